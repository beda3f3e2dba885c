### L’étape Rédaction : ce que l’étude donne à la thèse

writing-purpose = Tout ce que l'étude donne au manuscrit, toujours à jour : chaque fichier dit sur quoi il repose, et de quel jour il est.
writing-results = Résultats
writing-rigour = Rigueur de l'analyse
writing-annexes = Annexes
writing-quotes-about =
    { $n ->
        [0] Rien n'est encore étiqueté.
        [one] Un extrait, avec qui parle et d'où il vient, prêt à citer.
       *[other] { $n } extraits rangés comme le livret, avec qui parle et d'où ils viennent, prêts à citer.
    }
writing-schema = Schéma « { $title } »
writing-schema-about = Pour le texte en PDF ou en SVG, net à toute taille ; en PNG pour une diapositive.
writing-relations = Relations entre catégories
writing-relations-about =
    { $n ->
        [0] Aucune relation n'est encore posée.
        [one] Une relation, avec ce qui la soutient et ce qui la contredit.
       *[other] { $n } relations, avec ce qui les soutient et ce qui les contredit.
    }
writing-claim = { $sentence } Où elle en est : { $state }.
writing-no-claim = Aucune saturation n'est déclarée : l'étape Saturation y conduit.
writing-alignment-about = Deux livrets côte à côte, ceux des codeurs { $first } et { $second } : la preuve de la triangulation.
writing-journal = Journal de la mise en accord
writing-journal-about =
    { $n ->
        [0] Aucune différence n'a encore été tranchée.
        [one] Une décision : qui, quand, pourquoi.
       *[other] { $n } décisions : qui, quand, pourquoi.
    }
writing-codebook-about = { $codes } : définitions, exemples, nombre d'extraits et d'entretiens.
writing-coded-about =
    { $method ->
        [thematic] { $interviews }, les codes en commentaires dans la marge.
       *[grounded] { $interviews }, les étiquettes en commentaires dans la marge.
    }
writing-memos-about = { $memos } par date : le chemin de la réflexion.
writing-piece-as = { $piece } : { $form }

## L’étape Direction : ce qu’un directeur relit, et ce qui s’est dit

rail-review = Direction
    .purpose = Relire, commenter, donner son visa : la place de la direction de thèse.
review-tab-overview = Vue d’ensemble
review-tab-categories =
    { $method ->
        [thematic] Thèmes
       *[grounded] Catégories
    }
review-tab-decisions = Décisions
review-tab-memos = Mémos partagés
review-tab-threads =
    { $n ->
        [0] Commentaires
       *[other] Commentaires ({ $n })
    }
review-tab-studies = Tableau de bord
review-back = Précédent
review-close = Fermer ce qui est relu
review-look = Relire
review-look-at = Relire « { $name } »
review-discussion = Ce qui s’en dit
review-no-thread = Personne n’en a encore rien dit.
review-comment-this = Commenter
review-mark-seen = J’ai relu ceci
review-open-there = Voir à sa place
review-never-seen = Vous ne l’avez pas encore relu.
review-seen-state =
    { $n ->
        [0] Relu le { $day } ; rien n’a changé depuis.
        [one] Relu le { $day } ; { $n } élément a changé depuis.
       *[other] Relu le { $day } ; { $n } éléments ont changé depuis.
    }
review-memo-not-shared = Mémo que l’étudiant garde pour lui
review-discuss = Discuter avec l’équipe…

review-overview-purpose = L’étude vue de loin. Chaque mot d’ici se retrouve dans les autres étapes ; rien de ce que l’on fait ici ne touche un codage.
review-no-claim = L’étudiant n’a pas encore déclaré la saturation.
review-open-saturation = Voir la courbe et les visas
review-all-heard = Chaque participant est cité au moins une fois.
review-more-voices =
    { $n ->
        [one] et { $n } autre, plus cité
       *[other] et { $n } autres, plus cités
    }
review-double-none = Aucun entretien n’a été codé par deux personnes.
review-reconciled = Mis en commun
review-open-differences = Différences à discuter
review-agreement = κ de Cohen, en moyenne
review-positive-agreement = Accord positif, en moyenne
review-agreement-basis =
    { $n-interviews ->
        [one] { $first } et { $second }, { $n-interviews } entretien, { $n-units } tours de parole des participants. L’accord sert à discuter, il ne note personne.
       *[other] { $first } et { $second }, { $n-interviews } entretiens, { $n-units } tours de parole des participants. L’accord sert à discuter, il ne note personne.
    }
review-show-gaps = Voir ces points un par un
review-elsewhere = Relire ailleurs
review-elsewhere-how = Une copie de relecture s’ouvre dans Ancrage ; une page se lit dans un navigateur, sans rien installer. L’une et l’autre sont sous pseudonymes, et ce que la direction y écrit revient dans l’étude.

review-categories-purpose = Un extrait typique, un extrait divergent, une voix rare : de quoi juger si le nom tient.
review-categories-none = Il n’y a encore rien à relire ici.
review-no-passage = Aucun extrait.
review-decisions-purpose = Ce qui a été tranché et pourquoi, et comment le livre de codes s’est fait.
review-decisions-none = Aucune différence n’a encore été discutée.
review-no-reason = (sans motif écrit)
review-evolution =
    { $method ->
        [thematic] Les codes au fil du temps
       *[grounded] Les étiquettes au fil du temps
    }
review-evolution-none = Le livre de codes est vide.
review-evolution-count =
    { $kind ->
        [merged]
            { $method ->
                [thematic]
                    { $n ->
                        [one] { $n } fusionné
                       *[other] { $n } fusionnés
                    }
               *[grounded]
                    { $n ->
                        [one] { $n } fusionnée
                       *[other] { $n } fusionnées
                    }
            }
        [split]
            { $method ->
                [thematic]
                    { $n ->
                        [one] { $n } divisé
                       *[other] { $n } divisés
                    }
               *[grounded]
                    { $n ->
                        [one] { $n } divisée
                       *[other] { $n } divisées
                    }
            }
        [deleted]
            { $method ->
                [thematic]
                    { $n ->
                        [one] { $n } supprimé
                       *[other] { $n } supprimés
                    }
               *[grounded]
                    { $n ->
                        [one] { $n } supprimée
                       *[other] { $n } supprimées
                    }
            }
       *[created]
            { $method ->
                [thematic]
                    { $n ->
                        [one] { $n } créé
                       *[other] { $n } créés
                    }
               *[grounded]
                    { $n ->
                        [one] { $n } créée
                       *[other] { $n } créées
                    }
            }
    }
review-evolution-day =
    { $method ->
        [thematic] { $day } : { $parts } ; { $n } en tout
       *[grounded] { $day } : { $parts } ; { $n } en tout
    }
evolution-split = « { $code } » a été divisé
review-codes-over-time = Comparer deux dates
review-memos-purpose = Ce que l’étudiant a choisi de vous montrer de ses mémos.
review-memos-purpose-student = Ce que vous montrez à la direction : un mémo se partage dans l’étape Mémos.
review-memos-none = Aucun mémo n’est partagé.
review-threads = Commentaires
review-threads-purpose = Ce qui attend une réponse, le plus récent d’abord. On commente depuis le menu d’un extrait, d’une étiquette ou d’un entretien, depuis un mémo, une déclaration, ou depuis ces pages.
review-threads-none = Rien n’attend de réponse.
review-threads-resolved =
    { $n ->
        [one] Montrer aussi { $n } discussion close
       *[other] Montrer aussi { $n } discussions closes
    }
review-studies-purpose = Les études ouvertes sur cet ordinateur, et celles que vous ajoutez : où quelqu’un attend quelqu’un.
review-studies-reading = Lecture des études…
review-studies-add = Ajouter une étude…
review-studies-again = Relire les fichiers
review-studies-open = Ouvrir
review-studies-open-named = Ouvrir « { $name } »
memo-share = Partager avec la direction
memo-unshare = Ne plus partager
review-this-copy = Cette copie
review-this-copy-how = C’est une copie pour relire : textes sous pseudonymes, tels qu’ils sont aujourd’hui, sans historique. Vos commentaires, vos relectures et vos visas s’y enregistrent ; renvoyez le fichier à l’étudiant, qui les reprend dans son étude.
review-send-back = Enregistrer ce que je renvoie…
review-copy-for = Copie de relecture pour { $name }…
review-page-for-named = Page de relecture pour { $name }…
review-copy-written = Copie de relecture écrite : { $file }. À remettre en main propre ou par messagerie sécurisée : elle contient les entretiens. Ce qui revient se reprend par « merge ».
review-changed = { $kind } : « { $name } »
review-evolution-in-copy = L’historique ne voyage pas avec une copie de relecture.
cli-review-copy = Faire une copie de relecture (.ancrage, pseudonymisée, sans historique) ; elle revient par merge
cli-option-copy-output = La copie à écrire

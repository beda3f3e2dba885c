### La déclaration de saturation, les visas, la relecture par les directeurs.

## Ce qui a changé depuis une déclaration

claim-today-nothing = Rien n’a changé depuis : la déclaration tient.
claim-today-same-curve =
    { $status ->
        [holds] La courbe est la même : la déclaration tiendrait encore.
        [contradicted] La courbe est la même : elle contredisait déjà la déclaration.
       *[other] La courbe est la même, mais la déclaration n’est plus évaluable.
    }
claim-today-changed =
    { $status ->
        [holds] La courbe a changé ; la déclaration tiendrait encore.
        [contradicted] Ne tient plus : les entretiens de confirmation apportent { $n } { code-many }.
       *[other] N’est plus évaluable : des entretiens qu’elle couvre ne comptent plus.
    }
claim-change-left-out = { $interview } n’est plus dans l’analyse.
claim-change-reopened = Le codage de { $interview } est rouvert, ou n’est plus terminé.
claim-change-added =
    { $n ->
        [0] { $interview } a été terminé depuis : rien de nouveau.
       *[other] { $interview } a été terminé depuis : { $n } { code-many } de plus.
    }
claim-change-recoded = Des extraits de { $interview } ont changé.
claim-change-merged = « { $code } » a été fusionné dans « { $into } ».
claim-change-gone = « { $code } » n’est plus employé dans ces entretiens.
claim-change-created = « { $code } » est apparu dans ces entretiens.
claim-change-density = « { $category } » était { $was }, est maintenant { $is }.
claim-change-argument = L’argument a été récrit.

## En ligne de commande : la courbe

saturation-later =
    { $kind ->
        [created] « { $code } » a été créé le { $day }, après { $after } entretiens codés, puis appliqué à des entretiens déjà terminés.
       *[split] « { $code } » a été scindé le { $day }, après { $after } entretiens codés.
    }
saturation-later-merged = « { $code } » a été fusionné dans « { $into } » le { $day }, après { $after } entretiens codés.
saturation-as-coded = Tel que codé à l’époque : chaque entretien avec les mots qu’il avait quand son codage a été déclaré terminé.
saturation-excluded = Exclus de l’analyse : { $names }.
saturation-confirming = Entretiens de confirmation : { $names }.
cli-option-as-coded = Tel que codé à l’époque (d’après le journal), et non avec le livre de codes final

## En ligne de commande : déclarations

cli-claim = Déclarer la saturation, ou relire les déclarations
cli-claim-write = Rédiger l’argument, sans rien figer
cli-claim-make = Déclarer : figer courbe, grille et paramètres
cli-claim-check = Recalculer l’empreinte d’une déclaration d’après le journal
cli-claim-withdraw = Retirer une déclaration
cli-claim-sheet = Écrire le dossier (HTML), ses figures (SVG) ou ses chiffres (CSV)
cli-argument-claim = La déclaration (identifiant), s’il y en a plusieurs
cli-argument-claim-says = Ce qui est déclaré : 5+2, saturation au 5ᵉ, deux de confirmation
cli-option-argument = L’argument, en quelques phrases
cli-option-argument-file = L’argument, dans un fichier
cli-option-again = La déclaration à refaire (identifiant)
cli-option-sheet-output = Le fichier à écrire : .html, .svg ou .csv
cli-option-figure = La figure : curve, grid ou timeline
cli-option-estimates = Ajouter les estimations, avec leurs réserves
claim-written = Argument enregistré ({ $id }).
claim-made = Déclaré : saturation à l’entretien { $at }, { $confirm } de confirmation. Empreinte { $digest }.
claim-withdrawn = Déclaration retirée.
claim-none = Aucune déclaration.
claim-reproduced =
    { $reproduced ->
        [same] L’empreinte { $digest } est retrouvée d’après le journal.
        [altered] Ce qui est enregistré ne correspond pas à l’empreinte { $digest } : la déclaration a été altérée.
        [other] D’après le journal, l’empreinte serait autre que { $digest }.
       *[unknown] L’état sur lequel repose l’empreinte { $digest } n’est pas tout entier dans ce fichier.
    }
claim-line = { $at }+{ $confirm }, { $level } · { $state } · empreinte { $digest } · { $day }
claim-state =
    { $state ->
        [draft] en rédaction
        [waiting] visas attendus
        [complete] visas complets
        [refused] refusée, à reprendre
       *[alone] sans directeur
    }
visa-line =
    { $verdict ->
        [agreed] { $director } : d’accord
        [refused] { $director } : refus
        [hidden] { $director } : avis rendu, visible quand tous l’auront donné
       *[none] { $director } : en attente
    }
visa-entered =
    { $entered ->
        [signed] signé sur son poste
        [typed] saisi par { $member }
        [unsigned] sans signature
       *[forged] signature non valable
    }

## En ligne de commande : relecture

cli-review = Relire l’étude d’un étudiant : ce qui a changé, ce qui manque
cli-review-visa = Donner son visa, ou le refuser avec un motif
cli-review-comment = Commenter n’importe quel objet, ou répondre
cli-review-threads = Les discussions, ouvertes ou closes
cli-review-resolve = Clore une discussion, ou la rouvrir
cli-review-share = Partager un mémo avec les directeurs
cli-review-seen = Noter ce qui a été relu, dans l’état où il est
cli-review-page = Écrire la page de relecture (HTML, pseudonymisée, sans réseau)
cli-review-take = Reprendre les réponses d’une page de relecture
cli-review-copy = Copie de l’étude pour la relecture, sans les fichiers d’origine
cli-review-board = Tableau de bord de plusieurs études
cli-option-agree = D’accord
cli-option-refuse = Refus ; il faut un motif
cli-option-visa-reason = Le motif, ou un mot d’accord
cli-option-for-director = Le directeur dont on saisit le visa
cli-option-proof = Le courriel ou la page signée dont le visa est repris
cli-option-reopen-thread = Rouvrir
cli-option-hide-memo = Ne plus partager
cli-argument-about = L’objet : nom ou identifiant
cli-argument-comment = Le commentaire
cli-argument-thread = La discussion (identifiant de son premier commentaire)
cli-argument-memo = Le mémo : titre ou identifiant
cli-argument-replies = Le fichier de réponses
cli-argument-studies = Les études
cli-option-page-output = La page à écrire
cli-option-page-for = Le directeur à qui elle s’adresse
cli-option-copy-output = La copie à écrire
visa-given =
    { $verdict ->
        [agreed] Visa enregistré : d’accord.
       *[other] Visa enregistré : refus.
    }
comment-made = Commentaire enregistré ({ $id }).
thread-resolved = Discussion close.
thread-reopened = Discussion rouverte.
memo-shared = Mémo partagé avec les directeurs.
memo-unshared = Mémo non partagé.
review-noted = Relecture notée.
review-taken =
    { $n-comments ->
        [one] { $n-comments } commentaire et { $n-visas } visa repris.
       *[other] { $n-comments } commentaires et { $n-visas } visas repris.
    }
usage-agree = Dites --agree ou --refuse.
usage-sheet = Un dossier s’écrit en .html, .svg ou .csv.

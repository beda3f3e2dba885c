### Livret d’étiquettes (codes) et page de l’étude.

## Livret : ce que l’on signale

codebook-same-words = mêmes mots
codebook-other-order = mêmes mots, autre ordre
codebook-letters-apart =
    { $n ->
        [one] { $n } lettre d’écart
       *[other] { $n } lettres d’écart
    }
codebook-at-top = premier niveau
codebook-from-to = « { $before } » → « { $after } »

## Étude : où l’on en est

study-codings-finished =
    { $n ->
        [one] { $n } codage terminé
       *[other] { $n } codages terminés
    }
study-progress-read = Entretiens relus
study-progress-begun = Codage commencé
study-progress-finished = Codage terminé
study-progress-participants = Participants

## Livret : l’écran

codebook-choose =
    { $method ->
        [thematic] Choisissez un code dans l’arbre.
       *[grounded] Choisissez une étiquette dans l’arbre.
    }
codebook-choose-purpose =
    { $method ->
        [thematic] Sa définition, ses extraits et son histoire apparaissent ici. F2 renomme, glisser range un code sous un autre.
       *[grounded] Sa définition, ses extraits et son histoire apparaissent ici. F2 renomme, glisser range une étiquette sous une autre.
    }
codebook-merge = Fusionner…
codebook-split = Scinder…
codebook-promote = Monter d’un niveau
codebook-delete = Supprimer…
codebook-deliver = Exporter les extraits…
codebook-export = Exporter…
codebook-import = Importer un livret…
codebook-colour = Couleur { $n }
codebook-in-vivo-hint = Le nom reprend les mots mêmes du participant.
codebook-definition-hint = Ce que cela veut dire, en une ou deux phrases
codebook-example-hint = Un extrait qui montre bien
codebook-notes = Notes
codebook-add-note = Ajouter une note…
codebook-history = Histoire ({ $n })
codebook-with-below = Avec ce qui est rangé dessous
codebook-go-to = Aller au texte
codebook-recode =
    { $method ->
        [thematic] Autre code…
       *[grounded] Autre étiquette…
    }
codebook-comment = Commentaire…
codebook-uncode = Retirer

## Livret : ce que l’on signale

codebook-unused =
    { $n ->
        [one] { $n } sans extrait
       *[other] { $n } sans extrait
    }
codebook-unused-title = Sans extrait
codebook-unused-explained = Ni extrait propre, ni extrait dessous, dans l’analyse de référence.
codebook-alike =
    { $n ->
        [one] { $n } paire proche
       *[other] { $n } paires proches
    }
codebook-alike-title = Noms proches
codebook-alike-explained = Comparés sans majuscules, accents, articles ni pluriels ; sinon une ou deux lettres d’écart (distance de Levenshtein). À vous de juger.

## Livret : fusionner, scinder, supprimer

codebook-merge-title = Fusionner « { $code } » dans…
codebook-merge-into = Chercher celle qui reste
codebook-merge-passages =
    { $n ->
        [0] Aucun extrait ne change d’étiquette.
        [one] { $n } extrait passe sous « { $into } ».
       *[other] { $n } extraits passent sous « { $into } ».
    }
codebook-merge-children =
    { $n ->
        [0] Rien n’est rangé dessous.
        [one]
            { $method ->
                [thematic] { $n } code rangé dessous passe sous « { $into } ».
               *[grounded] { $n } étiquette rangée dessous passe sous « { $into } ».
            }
       *[other]
            { $method ->
                [thematic] { $n } codes rangés dessous passent sous « { $into } ».
               *[grounded] { $n } étiquettes rangées dessous passent sous « { $into } ».
            }
    }
codebook-merge-gone = « { $code } » disparaît de l’arbre ; on peut annuler.
codebook-merge-do = Fusionner
codebook-why = Pourquoi ? (gardé en note)
codebook-split-title = Scinder « { $code } »
codebook-split-hint = Nommez les étiquettes d’arrivée, puis tapez leur chiffre sur chaque extrait ; 0 le laisse où il est.
codebook-split-target = Nom de l’arrivée, puis Entrée
codebook-split-stays = reste
codebook-split-do =
    { $n ->
        [one] Scinder ({ $n } extrait)
       *[other] Scinder ({ $n } extraits)
    }
codebook-delete-title = Supprimer « { $code } » ?
codebook-delete-passages =
    { $n ->
        [0] Aucun extrait n’est concerné.
        [one] { $n } extrait perd cette étiquette, quel qu’en soit le codeur.
       *[other] { $n } extraits perdent cette étiquette, quel qu’en soit le codeur.
    }
codebook-delete-children =
    { $n ->
        [one]
            { $method ->
                [thematic] { $n } code rangé dessous monte d’un niveau.
               *[grounded] { $n } étiquette rangée dessous monte d’un niveau.
            }
       *[other]
            { $method ->
                [thematic] { $n } codes rangés dessous montent d’un niveau.
               *[grounded] { $n } étiquettes rangées dessous montent d’un niveau.
            }
    }
codebook-delete-undo = Les textes ne changent pas ; on peut annuler.
codebook-delete-do = Supprimer

## Exporter

delivery-title = Exporter pour la direction de thèse
delivery-quotes = Extraits, en forme de thèse
delivery-coded-text =
    { $method ->
        [thematic] Entretiens codés (codes en commentaires)
       *[grounded] Entretiens étiquetés (étiquettes en commentaires)
    }
delivery-only-code = Seulement « { $code } » et ce qui est rangé dessous
delivery-comments = Avec les commentaires des codeurs
delivery-word = Word
delivery-excel = Excel
delivery-page = Page web
delivery-csv = CSV
delivery-save = Enregistrer sous…
delivery-file-quotes = extraits

## Étude : l’écran

study-question-hint = Que vivent…, comment…, pourquoi… ?
study-prefix = Nom court des participants
study-prefix-hint = EMG, MG, P…
study-progress = Où l’on en est
study-acts = agit maintenant
study-act-as = Agir sous le nom { $name }
study-member-name = Nom du membre
study-guide-title = Titre du guide
study-guide-title-hint = Guide d’entretien, v1
study-guide-text = Texte du guide
study-guide-hint = Question brise-glace, questions, relances
study-add-column = Ajouter une caractéristique…
study-column = Caractéristique
study-column-name = Nom de la caractéristique
study-column-choices = Choix, séparés par des virgules
study-column-remove = Retirer la colonne
study-kind-text = texte
study-kind-number = nombre
study-kind-date = date
study-kind-choice = choix
study-import-participants = Importer un tableau…
study-paste-hint = On peut coller ici un tableau copié d’un tableur, avec ou sans ses titres.
study-new-participant = Nouveau participant
study-add-participant = Ajouter
study-remove-participant = Retirer
study-remove-participant-of = Retirer { $name }

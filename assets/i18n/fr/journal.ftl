### Journal des opérations : ce qui a été fait, à l’infinitif et sans capitale, pour se lire seul dans le
### journal (« Claire L. : appliquer « coût du trajet » ») et après « Annuler : ».
###
### Un message par sorte d’opération, nommé comme elle : ApplyCode -> op-apply-code.

## Étude et équipe

op-create-study = créer l’étude
op-edit-study = modifier l’étude
op-add-member = ajouter { $member } à l’équipe
op-edit-member = modifier la fiche « { $member } »
op-write-guide = écrire le guide d’entretien

## Participants et caractéristiques

op-add-participant = ajouter le participant { $participant }
op-edit-participant = modifier la fiche du participant { $participant }
op-add-attribute = ajouter la caractéristique « { $attribute } »
op-edit-attribute = modifier la caractéristique « { $attribute } »
op-import-participants =
    { $n ->
        [one] importer { $n } participant
       *[other] importer { $n } participants
    }

## Entretiens et textes

op-import-interview = importer l’entretien { $interview }
op-edit-interview = modifier la fiche de l’entretien { $interview }
op-exclude-interview = exclure l’entretien { $interview }
op-include-interview = reprendre l’entretien { $interview } dans l’analyse
op-correct-text = corriger le texte de l’entretien { $interview }
op-correct-turns = corriger les tours de parole de l'entretien { $interview }
op-correct-speakers = corriger les locuteurs de l'entretien { $interview }
op-replace-text = remplacer le texte de l’entretien { $interview }
op-mask-text = masquer des passages de l’entretien { $interview }
journal-mask-texts = masquer un nom dans les entretiens { $interviews }
op-compose-texts = réunir deux corrections de l’entretien { $interview }
op-note-reading = noter une relecture de l’entretien { $interview }

## Étiquettes (codes)

op-create-code =
    { $method ->
        [thematic] créer le code « { $code } »
       *[grounded] créer l’étiquette « { $code } »
    }
op-rename-code =
    { $method ->
        [thematic] renommer le code « { $code } »
       *[grounded] renommer l’étiquette « { $code } »
    }
op-move-code =
    { $method ->
        [thematic] déplacer le code « { $code } »
       *[grounded] déplacer l’étiquette « { $code } »
    }
op-colour-code = changer la couleur de « { $code } »
op-define-code = définir « { $code } »
op-edit-code =
    { $method ->
        [thematic] modifier le code « { $code } »
       *[grounded] modifier l’étiquette « { $code } »
    }
op-merge-codes = fusionner « { $from } » dans « { $into } »
op-delete-code =
    { $method ->
        [thematic] supprimer le code « { $code } »
       *[grounded] supprimer l’étiquette « { $code } »
    }
op-import-codes = importer { code-count }

## Extraits

op-apply-code = appliquer « { $code } »
op-apply-new-code = créer et appliquer « { $code } »
op-remove-coding = retirer « { $code } »
op-move-coding = déplacer les bords d’un extrait
op-place-coding = replacer un extrait
op-recode = remplacer « { $from } » par « { $to } »
op-comment-coding = commenter un extrait
op-decide-later = remettre un extrait à plus tard
op-import-codings = importer { coded-passage-count }
op-code-passages = appliquer « { $code } » à { coded-passage-count }

## Codage terminé

op-finish-coding = terminer le codage de l’entretien { $interview }
op-reopen-coding = rouvrir le codage de l’entretien { $interview }

## Mémos

op-write-memo = écrire le mémo « { $memo } »
op-delete-memo = supprimer le mémo « { $memo } »

## Double codage

op-set-up-round = préparer un tour de double codage
op-declare-done = déclarer son codage fini et le sceller
op-open-round = ouvrir les codages scellés

## Divergences entre copies, doublons, retrait

op-settle = trancher une divergence sur « { $record } »
op-unite = réunir « { $record } » et « { $with } »
op-purge = effacer des données retirées

## Annuler, rétablir

op-undo = annuler : { $what }
op-redo = rétablir : { $what }

## Ce qui n’a plus de nom

record-deleted-by = supprimé par { $member }
record-erased = texte effacé
record-unknown = élément inconnu

## Des étiquettes à la théorie

op-set-level =
    { $n ->
        [one] classer « { $code } » au niveau { $level }
       *[other] classer { $n } éléments au niveau { $level }
    }
op-group-codes =
    { $method ->
        [thematic]
            { $n ->
                [one] ranger { $n } code sous « { $under } »
               *[other] ranger { $n } codes sous « { $under } »
            }
       *[grounded]
            { $n ->
                [one] ranger { $n } étiquette sous « { $under } »
               *[other] ranger { $n } étiquettes sous « { $under } »
            }
    }
op-import-grid =
    { $n ->
        [one] importer une grille de lecture de { $n } ligne
       *[other] importer une grille de lecture de { $n } lignes
    }
op-set-origin = dire d’où vient « { $code } »
op-set-dimension = donner une dimension à « { $code } »
op-place-on-dimension = situer un extrait sur « { $property } »
op-mark-density = dire si « { $code } » est étoffée
op-note-search = noter la recherche de cas divergents pour « { $code } »
op-mark-evidence =
    { $stance ->
        [supports]
            { $n ->
                [one] appuyer « { $about } » par { $n } extrait
               *[other] appuyer « { $about } » par { $n } extraits
            }
        [contradicts]
            { $n ->
                [one] opposer { $n } cas divergent à « { $about } »
               *[other] opposer { $n } cas divergents à « { $about } »
            }
       *[none]
            { $n ->
                [one] retirer { $n } extrait de ce qui appuie ou contredit « { $about } »
               *[other] retirer { $n } extraits de ce qui appuie ou contredit « { $about } »
            }
    }
op-review-codings =
    { $n ->
        [one] revoir { $n } extrait de « { $code } » d’après sa définition
       *[other] revoir { $n } extraits de « { $code } » d’après sa définition
    }
op-create-relation = relier { $relation }
op-edit-relation = modifier la relation { $relation }
op-delete-relation = supprimer la relation { $relation }
op-define-relation-type = définir le type de relation « { $name } »
op-delete-relation-type = supprimer le type de relation « { $name } »
op-write-theory = intituler la théorie « { $theory } »
op-delete-theory = supprimer la théorie « { $theory } »
op-write-clause = écrire la proposition « { $clause } »
op-link-clause = dire sur quoi repose la proposition « { $clause } »
op-move-clause = déplacer la proposition « { $clause } »
op-delete-clause = supprimer la proposition « { $clause } »
op-keep-theory = garder la théorie sous le nom « { $version } »
op-write-schema = intituler le schéma « { $schema } »
op-arrange-schema = disposer le schéma « { $schema } »
op-delete-schema = supprimer le schéma « { $schema } »
op-save-query = enregistrer la requête « { $query } »
op-delete-query = supprimer la requête « { $query } »
op-delete-codes =
    { $method ->
        [thematic]
            { $n ->
                [one] supprimer { $n } code
               *[other] supprimer { $n } codes
            }
       *[grounded]
            { $n ->
                [one] supprimer { $n } étiquette
               *[other] supprimer { $n } étiquettes
            }
    }
op-split-code =
    { $n ->
        [one] scinder « { $code } » : { $n } extrait
       *[other] scinder « { $code } » : { $n } extraits
    }
op-remove-attribute = retirer la caractéristique « { $name } »
op-remove-participant = retirer « { $name } » du tableau

## Saturation et relecture par les directeurs.

op-write-claim = rédiger l’argument de saturation
op-make-claim = déclarer la saturation
op-withdraw-claim = retirer la déclaration de saturation
op-give-visa =
    { $verdict ->
        [agreed] visa ({ $director }) : d’accord
       *[other] visa ({ $director }) : refus
    }
op-comment-on = commenter « { $about } »
op-resolve-thread = clore la discussion « { $thread } »
deed-reopen-thread = rouvrir la discussion « { $thread } »
op-share-memo = partager le mémo « { $memo } »
deed-unshare-memo = ne plus partager le mémo « { $memo } »
op-note-review = noter la relecture de « { $target } »
op-take-review = reprendre une relecture (commentaires : { $n-comments }, visas : { $n-visas })
op-make-review-copy = faire une copie de relecture pour { $director }

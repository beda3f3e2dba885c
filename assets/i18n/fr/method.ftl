### Mots de la méthode : ce que l’on compte, comment on le nomme.
###
### $method vaut « grounded » (théorisation ancrée : étiquette, extrait étiqueté) ou « thematic »
### (analyse thématique : code, extrait codé). Un mot par chose, selon la méthode de l’étude.
### $noun est le nom des participants choisi par l’étude : EMG, MG, P…

## Les deux méthodes

method-grounded = Théorisation ancrée
method-thematic = Analyse thématique

## Étiquettes et codes

code-one =
    { $method ->
        [thematic] code
       *[grounded] étiquette
    }
code-many =
    { $method ->
        [thematic] codes
       *[grounded] étiquettes
    }
code-title-many =
    { $method ->
        [thematic] Codes
       *[grounded] Étiquettes
    }
code-with-article =
    { $method ->
        [thematic] le code
       *[grounded] l’étiquette
    }
code-count =
    { $method ->
        [thematic]
            { $n ->
                [one] { $n } code
               *[other] { $n } codes
            }
       *[grounded]
            { $n ->
                [one] { $n } étiquette
               *[other] { $n } étiquettes
            }
    }
in-vivo = in vivo
in-vivo-count = dont { $n } in vivo
layer-experiential = étiquetage expérientiel
layer-thematic = étiquetage thématique
layer-any = toutes les couches

## Extraits

passage-count =
    { $n ->
        [one] { $n } extrait
       *[other] { $n } extraits
    }
coded-passage-one =
    { $method ->
        [thematic] extrait codé
       *[grounded] extrait étiqueté
    }
coded-passage-count =
    { $n ->
        [one] { $n } { coded-passage-one }
       *[other]
            { $method ->
                [thematic] { $n } extraits codés
               *[grounded] { $n } extraits étiquetés
            }
    }
place-exact = à sa place
place-changed = texte modifié
place-to-place = à replacer
to-place-count = { $n } à replacer

## Entretiens, tours de parole, mots

interview-count =
    { $n ->
        [one] { $n } entretien
       *[other] { $n } entretiens
    }
turn-count =
    { $n ->
        [one] { $n } tour de parole
       *[other] { $n } tours de parole
    }
word-count =
    { $n ->
        [one] { $n } mot
       *[other] { $n } mots
    }
character-count =
    { $n ->
        [one] { $n } caractère
       *[other] { $n } caractères
    }
reading-count =
    { $n ->
        [one] { $n } relecture
       *[other] { $n } relectures
    }
reading-nth =
    { $n ->
        [1] 1ʳᵉ relecture
       *[other] { $n }ᵉ relecture
    }
memo-count =
    { $n ->
        [one] { $n } mémo
       *[other] { $n } mémos
    }
category-count =
    { $n ->
        [one] { $n } catégorie
       *[other] { $n } catégories
    }
speaker-interviewer = enquêteur
speaker-participant = participant
speaker-other = autre
speaker-nobody = personne (pas un tour)
speaker-speech = pas un locuteur

## n sur N

percent-sign-after = { $value } %
n-of-total = { $n } sur { $n-total }
participants-of = { $n } { $noun } sur { $n-total }
participants-of-finished = { $n } { $noun } sur { $n-total } ({ $n-done } réalisés)
participant-count =
    { $n ->
        [one] { $n } participant
       *[other] { $n } participants
    }

## Statut des entretiens et du codage

status-analysed = analysé
status-excluded = exclu
status-to-read = à relire
coding-finished = codage terminé
coding-finished-on = codage terminé le { $date }
interview-by = { $member } : { $what }
coding-not-finished = codage en cours
interviews-analysed =
    { $n ->
        [one] { $n } analysé
       *[other] { $n } analysés
    }
interviews-excluded =
    { $n ->
        [one] { $n } exclu
       *[other] { $n } exclus
    }

## Sortes d’éléments ($kind est le nom que les fichiers leur donnent)

kind-name =
    { $kind ->
        [study] étude
        [member] membre de l’équipe
        [participant] participant
        [attribute] caractéristique
        [guide] guide d’entretien
        [interview] entretien
        [revision] état d’un texte
        [code]
            { $method ->
                [thematic] code
               *[grounded] étiquette
            }
        [coding]
            { $method ->
                [thematic] extrait codé
               *[grounded] extrait étiqueté
            }
        [memo] mémo
        [reading] relecture
        [round] tour de double codage
        [alignment] rapprochement de codes
        [decision] décision
        [relation] relation
        [relation_type] sorte de relation
        [theory] théorie
        [clause] énoncé
        [theory_version] version de la théorie
        [schema] schéma
        [query] question
        [claim] déclaration de saturation
        [visa] visa
        [review_mark] relecture
       *[unknown] élément
    }
level-name =
    { $level ->
        [core]
            { $method ->
                [thematic] thème central
               *[grounded] catégorie centrale
            }
        [category]
            { $method ->
                [thematic] thème
               *[grounded] catégorie
            }
        [property]
            { $method ->
                [thematic] sous-thème
               *[grounded] propriété
            }
       *[label]
            { $method ->
                [thematic] code
               *[grounded] étiquette
            }
    }

## Rôles et lectures

role-student = étudiant(e)
role-director = direction de thèse
role-coder = second codage
reading-first = 1ʳᵉ lecture
reading-second = 2ᵈᵉ lecture

## Analyse de référence (d’où viennent les nombres)

basis-label = Analyse de référence
basis-agreed = mise en accord
basis-main-coder = codeur principal
basis-coder = codage par { $coder }
basis-sealed =
    { $n ->
        [one] Le tour « { $rounds } » est scellé : il cache le travail des autres, ces nombres peuvent être partiels.
       *[other] Des tours sont scellés ({ $rounds }) : ils cachent le travail des autres, ces nombres peuvent être partiels.
    }
basis-sealed-short =
    { $n ->
        [one] Tour scellé « { $rounds } » : nombres partiels
       *[other] Tours scellés ({ $rounds }) : nombres partiels
    }

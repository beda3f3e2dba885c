### Fenêtre : des étiquettes à la théorie. Les noms de niveaux sont dans method.ftl.

## Onglets

theory-tab-sorting = Tri
theory-tab-categories =
    { $method ->
        [thematic] Thèmes
       *[grounded] Catégories
    }
theory-tab-schema = Schéma
theory-tab-statement =
    { $method ->
        [thematic] Synthèse
       *[grounded] Théorie
    }
theory-tab-queries = Requêtes
theory-tab-history =
    { $method ->
        [thematic] Codes au fil du temps
       *[grounded] Étiquettes au fil du temps
    }

## Tri

level-plural =
    { $level ->
        [core]
            { $method ->
                [thematic] thèmes centraux
               *[grounded] catégories centrales
            }
        [category]
            { $method ->
                [thematic] thèmes
               *[grounded] catégories
            }
        [property]
            { $method ->
                [thematic] sous-thèmes
               *[grounded] propriétés
            }
       *[label]
            { $method ->
                [thematic] codes
               *[grounded] étiquettes
            }
    }
board-name = Tableau de tri
board-from-to = { $cards } → { $columns }
board-new-column = Nouvelle colonne : { $level }
board-marked =
    { $n ->
        [one] { $n } carte marquée
       *[other] { $n } cartes marquées
    }
board-hint = Glissez une carte dans une colonne. Au clavier : flèches pour aller, Entrée pour ranger, Alt et flèches pour déplacer, Espace pour marquer, N pour une nouvelle colonne, P pour monter d'un niveau.
board-unsorted = À ranger
board-without = Ce qui n'est encore dans aucune colonne : { $cards } sans { $above }.
board-filter = Filtrer les cartes
board-all-sorted = Rien à ranger ici.
board-empty = Aucune colonne : créez une première { $level }.
board-empty-purpose = Choisissez des cartes à gauche ({ $cards }), appuyez sur N et nommez ce qu'elles ont en commun : ce sera une { $level }.
board-cards =
    { $n ->
        [0] aucune carte
        [one] { $n } carte
       *[other] { $n } cartes
    }
board-move = Ranger dans…
board-move-title =
    { $n ->
        [one] Ranger { $n } carte
       *[other] Ranger { $n } cartes
    }
board-move-hint = Nom de la colonne
board-create = Créer « { $name } » ({ $level })
board-rename = Renommer
board-open = Ouvrir sa fiche
board-make-level = En faire : { $level }
board-name-field = Nom
board-a-priori =
    { $n ->
        [0] grille
       *[other] grille { $n }
    }
board-carried =
    { $n ->
        [one] { $n } carte
       *[other] { $n } cartes
    }

## Catégories

categories-none =
    { $method ->
        [thematic] Aucun thème ni sous-thème pour l'instant.
       *[grounded] Aucune catégorie ni propriété pour l'instant.
    }
categories-none-purpose =
    { $method ->
        [thematic] Rassemblez d'abord des codes sous l'onglet Tri : ce qu'ils ont en commun devient un sous-thème, puis un thème.
       *[grounded] Rassemblez d'abord des étiquettes sous l'onglet Tri : ce qu'elles ont en commun devient une propriété, puis une catégorie.
    }
category-affected = Ce qui en dépend…
category-density = Étoffée ou à étoffer
category-enriched-by = Dernier entretien qui l'a enrichie
category-no-interview = aucun
category-properties = Ce qui la décrit : { $properties }
category-no-property = Rien ici ({ $properties }) : qu'est-ce qui varie d'un participant à l'autre ?
category-add-property = Ajouter : { $level }
category-relations = Relations
category-no-relation = Reliée à rien encore.
category-cases = Cas divergents
category-no-case = Aucun extrait n'est marqué comme contre-exemple. Marquez-en un dans la liste des extraits, ou dites ici que vous avez cherché.
category-searched = Les cas divergents ont été cherchés
category-search-note = Ce qui a été cherché, et trouvé
category-search-hint = Relu EMG 2 et EMG 7 : rien ne la contredit.
category-passages = Extraits
category-quote = « { $words } »
property-no-dimension = sans dimension
property-no-dimension-hint = Nommez ses deux pôles, ou des valeurs dans un ordre, sous son nom.
property-placed = { $n } sur { $n-total } situés
property-placing-hint = Situez chaque extrait : glissez le point, ou flèches gauche et droite ; Suppr le retire.
property-position = Entre { $first } et { $last } : { $words }
property-not-placed = pas encore situé
dimension-edit = Modifier la dimension
dimension-poles = Deux pôles
dimension-ordered = Des valeurs dans un ordre
dimension-pole = Pôle { $n }
dimension-value = Valeur { $n }
dimension-more = Une valeur de plus
dimension-keep = Garder la dimension
dimension-remove = Retirer la dimension
dimension-stands = { $name } : { $place }
dimension-nobody = Aucun extrait n'est encore situé.
dimension-empty = Personne ici : { $values }
relation-evidence = { $n-supports } pour, { $n-against } contre
relation-broken = rompue
relation-add-hint = Relier « { $name } » à… par :
relation-with-type = { $sort }…
relation-all-types = Tous les types
relation-paradigm = Modèle de Strauss et Corbin
relation-paradigm-hint = « { $name } » comme phénomène, au centre. Ajoutez ce qui le cause, l'entoure, le modifie, y répond, en découle.
relation-paradigm-slot = { $sort } : { $names }
relation-paradigm-add = Ajouter : { $sort }
relation-new-type = Nouveau type de relation
relation-turn = Inverser le sens
relation-retype = Changer le type
relation-delete = Supprimer la relation
relation-which-second = « { $name } », { $sort } : avec quoi ?
relation-which-first = Qu'est-ce qui est, pour « { $name } » : { $sort } ?
relation-other-hint = Nom de l'autre élément
evidence-title = Extraits à l'appui
evidence-none = Aucun extrait encore : marquez-en plus bas, là où les deux se rencontrent.
evidence-supports = Appuie
evidence-contradicts = Contre-exemple
evidence-against = Contre-exemple de « { $name } »
evidence-withdraw = Retirer
evidence-of-relation = Une relation…
evidence-which-relation = Cet extrait, { $stance } : quelle relation ?
evidence-meeting = Où « { $first } » rencontre « { $second } »
evidence-met =
    { $n ->
        [0] Aucun extrait.
        [one] { $n } extrait, { $people ->
            [one] { $people } participant
           *[other] { $people } participants
        }
       *[other] { $n } extraits, { $people ->
            [one] { $people } participant
           *[other] { $people } participants
        }
    }
near-overlap = Mêmes mots
near-turn = Même tour de parole
near-turns =
    { $n ->
        [one] À { $n } tour près
       *[other] À { $n } tours près
    }

## Points à consolider

gaps-page-title =
    { $n ->
        [0] Points à consolider
       *[other] Points à consolider : { $n }
    }
gaps-page-purpose = Chaque ligne mène à l'endroit où agir. Rien n'oblige à tout combler : on peut aussi s'en expliquer dans un mémo.

## Schéma

relations-none = Aucune relation encore.
relations-none-purpose = Une relation dit comment deux catégories tiennent ensemble. Ouvrez une catégorie, puis reliez-la à une autre.
relations-search = Chercher une relation
relations-all-types = Tous les types ({ $count })
relations-of-type = { $name } ({ $count })
relations-for = Pour
relations-against = Contre
relations-memo = Mémo
relations-origin = Origine
relations-no-such = Aucune relation ne correspond.
relations-open = Ouvrir la catégorie
relations-open-memo = Lire le mémo
relation-copy = Copier avec les extraits
relation-copy-hint = Une phrase à citer, avec les extraits pour et contre et qui les dit
evidence-drop-for = Appuie
evidence-drop-against = Contredit
evidence-why =
    { $stance ->
        [contradicts] Pourquoi cet extrait contredit
       *[supports] Pourquoi cet extrait appuie
    }
schema-none = Aucun schéma encore.
schema-none-purpose = Un schéma montre les catégories et ce qui les relie. Le premier se dessine d'après les relations ; on le range ensuite à la main.
schema-which = Schéma ouvert
schema-canvas = Schéma : { $title }
schema-corner = Taille du cadre « { $title } »
schema-hint = Flèches : aller d'une case à l'autre. Alt et flèches : déplacer ; avec Maj, agrandir un cadre. R : flèche suivante. Entrée : voir les extraits. Ctrl et molette : zoom.
schema-title = Titre du schéma
schema-new = Nouveau schéma
schema-new-from-relations = D'après les relations
schema-new-paradigm = D'après le modèle de Strauss et Corbin…
schema-new-empty = Vide
schema-phenomenon = Quel est le phénomène, au centre ?
schema-paradigm-title = Modèle paradigmatique : { $name }
schema-add = Ajouter
schema-note = Note
schema-frame = Cadre
schema-fit = Tout voir
schema-layout = Disposer
schema-evidence = Extraits
schema-close-beside = Fermer les extraits
schema-take-off = Retirer
schema-straight = Redresser
schema-more = Plus
schema-rename = Renommer
schema-save = Enregistrer en { $form }…
schema-delete = Supprimer le schéma
schema-show-again = Montrer à nouveau : { $sentence }
schema-arrow = { $from } : { $name } : { $to }

## Théorie

theory-purpose =
    { $method ->
        [thematic] Dites en quelques propositions ce que les thèmes, ensemble, font comprendre ; rattachez chacune aux thèmes sur lesquels elle repose.
       *[grounded] Dites en quelques propositions ce que les catégories, ensemble, font comprendre ; rattachez chacune aux catégories sur lesquelles elle repose.
    }
theory-begin = Commencer
theory-title = Titre
theory-another = Un autre énoncé
theory-delete = Supprimer cet énoncé
theory-versions = États gardés
theory-keep = Garder l'état présent…
theory-keep-name = Nom de l'état (après le 6e entretien)
theory-no-version = Gardez l'énoncé tel qu'il est avant de le remanier : vous pourrez comparer.
theory-compare = Comparer
theory-compare-from = Comparer depuis
theory-compare-to = Comparer avec
clause-name = Proposition { $n }
clause-new = Nouvelle proposition
clause-hint = Une idée par proposition, en une ou deux phrases.
clause-rests-on =
    { $n ->
        [0] Repose sur :
        [one] Repose sur ({ $n } participant) :
       *[other] Repose sur ({ $n } participants) :
    }
clause-rests-on-nothing =
    { $method ->
        [thematic] Ne repose encore sur aucun thème.
       *[grounded] Ne repose encore sur aucune catégorie.
    }
clause-add-category =
    { $method ->
        [thematic] Ajouter un thème…
       *[grounded] Ajouter une catégorie…
    }
clause-add-relation = Ajouter une relation…
clause-remove-link = Détacher { $name }
clause-up = Monter
clause-down = Descendre
clause-delete = Supprimer
affected-title = Ce qui en dépend
affected-purpose = Avant de renommer, de fusionner ou de supprimer : tout ce qui s'appuie sur un élément.
affected-choose = Choisir un élément…
affected-clause = Propositions

## Au fil du temps

history-from = Du
history-until = Au
history-changes = Ce qui a changé
history-tree-hint = L'arbre tel qu'il était au premier moment.
history-older = Codés sous une définition plus ancienne
history-means-now = Désormais : { $definition }
history-still-fits = Convient toujours
history-all-fit = Les { $n } conviennent toujours

## Mémos

memos-choose = Choisissez un mémo, ou écrivez-en un.
memos-filter = Chercher dans les mémos
memos-versions = Toutes les versions
memos-none-found = Aucun mémo ne correspond.
memos-print = Imprimer le journal…
memos-printed = Mémos : { $study }
memo-kind = Sorte de mémo
memo-hint = En Markdown. Deux crochets ouvrants mènent à une étiquette, un entretien, un autre mémo.
memo-about = Sujet : { $name }
memo-attach = Rattacher à…
memo-detach = Détacher
memo-link = Insérer un lien…
memo-link-lost = ne mène nulle part, ou à plusieurs choses
memo-links = Liens
memo-delete = Supprimer le mémo
memo-saved = enregistré
memo-unsaved = en cours d'écriture
memo-reading = Lecture
memo-versions =
    { $n ->
        [one] { $n } version
       *[other] { $n } versions
    }

## Requêtes

query-coded = { $count } codages
query-saved = Requêtes enregistrées
query-none-saved = Aucune encore : enregistrez celle-ci pour la reposer plus tard.
query-save = Enregistrer sous un nom…
query-delete = Supprimer
query-kind = Ce que l'on demande
query-matrix =
    { $method ->
        [thematic] Qui parle de quoi : codes et participants
       *[grounded] Qui parle de quoi : étiquettes et participants
    }
query-cooccurrence =
    { $method ->
        [thematic] Quels codes se rencontrent
       *[grounded] Quelles étiquettes se rencontrent
    }
query-combination = Les extraits où l'un est, et pas l'autre
query-rows = En lignes
query-together = Qui se rencontrent
query-without = Sans, à proximité
query-add-code = Ajouter…
query-add-without = Exclure…
query-all-of = Toutes : { $level }
query-count =
    { $n ->
        [one] { $n } élément
       *[other] { $n } éléments
    }
query-remove = Retirer
query-columns = En colonnes
query-participants = Participants
query-near = À quelle distance
query-turns = Nombre de tours
query-filters = Seulement les mots de
query-which-attribute = Caractéristique…
query-no-value = non renseigné
query-files = Pour la thèse
query-save-bars = Barres en { $form }…
query-nothing = Rien à montrer : ajoutez des éléments, ou changez la question.
query-no-passage = Aucun extrait.
query-name-codes = Ajoutez à gauche ce qui doit se rencontrer.
query-table = Tableau
query-cell =
    { $n ->
        [0] { $row }, { $column } : aucun extrait
        [one] { $row }, { $column } : { $n } extrait, { $people ->
            [one] { $people } participant
           *[other] { $people } participants
        }
       *[other] { $row }, { $column } : { $n } extraits, { $people ->
            [one] { $people } participant
           *[other] { $people } participants
        }
    }

## Grille de lecture

board-grid = Grille de lecture…
board-grid-hint = Des codes posés avant de lire, un par ligne, dans l'ordre de priorité. « / » met l'un sous l'autre ; une définition vient après une tabulation.
board-grid-example = accès aux soins
board-grid-lines = Lignes de la grille
board-grid-take =
    { $n ->
        [0] Reprendre la grille
        [one] Reprendre { $n } ligne
       *[other] Reprendre { $n } lignes
    }
board-grid-file = Depuis un fichier CSV…
notice-grid =
    { $n ->
        [0] Grille reprise : tout y était déjà.
        [one] Grille reprise : { $n } élément nouveau.
       *[other] Grille reprise : { $n } éléments nouveaux.
    }

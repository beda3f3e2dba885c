### Des étiquettes à la théorie : relations, mémos, points à consolider, théorie, schéma, requêtes.

## Relations : le nom du type, puis la phrase qui relie deux éléments.

relation-sort =
    { $sort ->
        [part_of] fait partie de
        [more_more] plus… plus…
        [more_less] plus… moins…
        [causal_condition] condition causale
        [context] contexte
        [intervening_condition] condition intervenante
        [strategy] stratégie
        [consequence] conséquence
        [phenomenon] phénomène
       *[opposes] s’oppose à
    }
relation-sentence =
    { $sort ->
        [part_of] « { $from } » fait partie de « { $to } »
        [more_more] plus « { $from } », plus « { $to } »
        [more_less] plus « { $from } », moins « { $to } »
        [causal_condition] « { $from } » est une condition causale de « { $to } »
        [context] « { $from } » est le contexte de « { $to } »
        [intervening_condition] « { $from } » est une condition intervenante de « { $to } »
        [strategy] « { $from } » est une stratégie face à « { $to } »
        [consequence] « { $from } » est une conséquence de « { $to } »
        [phenomenon] « { $from } » relève du phénomène « { $to } »
       *[opposes] « { $from } » s’oppose à « { $to } »
    }
relation-sentence-custom = « { $from } » { $name } « { $to } »

relation-cited = { $sentence } : { $passages }.
relation-cited-for =
    { $count ->
        [one] { $count } extrait à l'appui ({ $quotes })
       *[other] { $count } extraits à l'appui ({ $quotes })
    }
relation-cited-against =
    { $count ->
        [one] { $count } extrait contraire ({ $quotes })
       *[other] { $count } extraits contraires ({ $quotes })
    }
relation-cited-none = aucun extrait
relation-cited-quote = « { $quote } », { $place }
relation-cited-list = { $first } ; { $second }
relations-quotes-for = Extraits à l'appui
relations-quotes-against = Extraits contraires

stance-name =
    { $stance ->
        [contradicts] contredit
       *[supports] appuie
    }
density-name =
    { $density ->
        [dense] étoffée
        [to_develop] à étoffer
       *[unsaid] non dit
    }
memo-kind-name =
    { $kind ->
        [theoretical] théorique
        [methodological] méthodologique
        [reflexive] réflexif
        [field] note de terrain
       *[free] libre
    }

## Points à consolider

gaps-title = Points à consolider
gaps-none = Aucun point à consolider : chaque catégorie a ses cas, ses relations et sa place.
gap-title =
    { $kind ->
        [one_participant] Vu chez un seul participant
        [no_negative_case] Cas divergent non recherché
        [no_dimension] Propriété sans dimension
        [no_range] Propriété sans étendue
        [no_relation] Catégorie sans relation
        [no_evidence] Relation sans extrait
        [broken_relation] Relation rompue
        [clause_without_category] Proposition sans catégorie
        [outside_theory] Catégorie hors de la théorie
        [used_once] Étiquette posée une seule fois
        [to_develop] À étoffer
        [no_property] Étiquette sans propriété
        [no_category] Propriété sans catégorie
        [levels_crossed] Niveaux croisés
       *[older_definition] Définition changée depuis
    }
gap-title-thematic =
    { $kind ->
        [one_participant] Vu chez un seul participant
        [no_negative_case] Cas divergent non recherché
        [no_dimension] Sous-thème sans dimension
        [no_range] Sous-thème sans étendue
        [no_relation] Thème sans relation
        [no_evidence] Relation sans extrait
        [broken_relation] Relation rompue
        [clause_without_category] Proposition sans thème
        [outside_theory] Thème hors de la théorie
        [used_once] Code posé une seule fois
        [to_develop] À étoffer
        [no_property] Code sans thème
        [no_category] Sous-thème sans thème
        [levels_crossed] Niveaux croisés
       *[older_definition] Définition changée depuis
    }
gap-one-participant = « { $name } » ne se trouve que chez { $participant }.
gap-no-negative-case = Aucun cas divergent de « { $name } » n’a été trouvé ni cherché.
gap-no-dimension = « { $name } » n’a pas de dimension : nommez ses deux pôles.
gap-no-range =
    { $n ->
        [0] Aucun extrait n’est situé sur « { $name } ».
        [one] Un seul extrait est situé sur « { $name } ».
       *[other] Les { $n } extraits situés sur « { $name } » sont tous à la même place.
    }
gap-no-relation = « { $name } » n’est relié à rien.
gap-no-evidence = Aucun extrait n’appuie ni ne contredit : { $sentence }.
gap-broken-relation = Cette relation ne mène plus nulle part : { $name }.
gap-clause-without-category = La proposition « { $name } » ne repose sur aucune catégorie.
gap-outside-theory = Aucune proposition ne repose sur « { $name } ».
gap-used-once = « { $name } » n’est posé que sur un extrait.
gap-to-develop = « { $name } » reste à étoffer.
gap-to-develop-since = « { $name } » reste à étoffer ; dernier entretien qui l’a enrichi : { $interview }.
gap-no-property = « { $name } » n’est rangé nulle part.
gap-no-category = « { $name } » n’est rangé dans aucune catégorie.
gap-levels-crossed = « { $name } » est rangé sous « { $above } », qui est d’un niveau inférieur.
gap-older-definition =
    { $n ->
        [one] { $n } extrait de « { $name } » a été codé sous une définition plus ancienne : à revoir.
       *[other] { $n } extraits de « { $name } » ont été codés sous une définition plus ancienne : à revoir.
    }

## Arbre des codes à deux dates

history-created = créé : « { $path } »
history-deleted = supprimé : « { $path } »
history-renamed = renommé : « { $from } » devient « { $to } »
history-moved = déplacé : « { $name } », de « { $from } » à « { $to } »
history-merged = fusionné : « { $from } » avec « { $to } »
history-level = niveau : « { $name } », avant : { $from }, désormais : { $to }
history-defined = défini : « { $name } » : { $to }
history-redefined = redéfini : « { $name } » : { $to } (auparavant : { $from })
history-top = le premier niveau
history-nothing = Rien n’a changé entre ces deux dates.

## Théorie

theory-empty = Aucune théorie n’est encore écrite.
theory-now = état présent
theory-same = Les deux états disent la même chose.
clause-added = proposition ajoutée : { $to }
clause-removed = proposition retirée : { $from }
clause-reworded = proposition reformulée : { $from } → { $to }
clause-links-changed = sur quoi repose « { $name } » a changé
affected-schema = Schémas
affected-memo = Mémos
affected-query = Requêtes
affected-nothing = Rien ne dépend de « { $name } ».

## Ligne de commande

cli-memos = Lire les mémos, ou leur journal par date
cli-memos-write = Écrire un mémo ; [[…]] mène à un code, un entretien, un participant
cli-relations = Lire les relations, avec les extraits qui les appuient ou les contredisent
cli-relations-add = Relier deux codes
cli-relations-mark = Dire que des extraits appuient ou contredisent une relation ou une catégorie
cli-relations-meet = Trouver les extraits où des codes se rencontrent
cli-theory = Lire la théorie, ses états gardés, leur différence
cli-theory-keep = Garder la théorie telle qu’elle est
cli-theory-affected = Dire ce qui dépend d’un code
cli-gaps = Lister les points à consolider
cli-history = Comparer l’arbre des codes à deux dates, ou lister les extraits codés sous une ancienne définition
cli-schema = Lister les schémas, ou en enregistrer un en SVG, PNG ou PDF
cli-queries = Lister les requêtes enregistrées, ou en poser une
cli-grid = Importer une grille de lecture (codes a priori)
cli-dimensions = Lire où chaque participant se situe sur les propriétés

cli-option-journal = Par date, toutes les versions
cli-option-memo-kind = free, theoretical, methodological, reflexive ou field
cli-option-about = Ce dont parle le mémo : code, entretien, participant, identifiant
cli-option-versions = Toutes les versions d’un mémo
cli-option-memo-title = Titre
cli-option-memo-body = Texte, en Markdown
cli-option-memo-file = Fichier qui contient le texte
cli-option-against = Contredit, au lieu d’appuyer
cli-option-withdraw = Ni l’un ni l’autre : retirer
cli-option-comment = Pourquoi
cli-option-near = overlap (mêmes mots), turn (même tour), ou un nombre de tours
cli-option-without = Codes qui ne doivent pas être à proximité
cli-option-where = CARACTÉRISTIQUE=VALEUR de qui parle
cli-option-save-query = Enregistrer la requête sous ce nom
cli-option-mark = Relation ou catégorie que ces extraits appuient (ou contredisent, avec --against)
cli-option-compare = Un ou deux états gardés à comparer ; sans le second, avec l’état présent
cli-option-on = L’arbre tel qu’il était ce jour-là
cli-option-until = Jour avec lequel comparer ; aujourd’hui sans cela
cli-option-old-definitions = Extraits codés sous une définition plus ancienne
cli-option-tick = Cocher ces extraits comme revus
cli-option-query = Poser la requête de ce nom
cli-option-schema-output = Fichier à écrire (.svg, .png ou .pdf)
cli-option-schema-title = Titre d’un schéma à créer, disposé d’après les relations
cli-option-relation-type = opposes, part_of, more_more, more_less, causal_condition, context, intervening_condition, strategy, consequence, phenomenon, ou un type de l’équipe
cli-argument-relation-from = Le premier code
cli-argument-relation-to = Le second code
cli-argument-evidence-about = Relation (identifiant) ou code
cli-argument-evidence = Extraits, par leurs identifiants
cli-argument-meeting = Codes qui se rencontrent
cli-argument-theory-name = Nom de l’état à garder
cli-argument-affected = Code dont on veut changer quelque chose
cli-argument-history-from = Premier jour (2026-03-01)
cli-argument-schema = Nom ou identifiant d’un schéma
cli-argument-grid-file = Tableau CSV : name (ou path), et au besoin level, priority, definition

cli-memo-written = Mémo écrit : { $title }
cli-relation-added = Relation ajoutée : { $sentence }
cli-evidence-marked =
    { $n ->
        [one] { $n } extrait noté
       *[other] { $n } extraits notés
    }
cli-grid-imported =
    { $n ->
        [one] { $n } ligne de la grille reprise
       *[other] { $n } lignes de la grille reprises
    }
cli-theory-kept = État gardé : { $name }
cli-ticked =
    { $n ->
        [one] { $n } extrait revu
       *[other] { $n } extraits revus
    }
cli-query-table = Cette requête est un tableau : ouvrez-la dans la fenêtre.
cli-schema-written = Schéma enregistré : { $file }
cli-schema-form = Le fichier d’un schéma se termine par .svg, .png ou .pdf.
cli-schema-nothing = Il n’y a rien à dessiner : écrivez d’abord des catégories ou des relations.
cli-near-unknown = « { $text } » n’est pas une proximité : écrivez overlap, turn ou un nombre de tours.
cli-filter-unknown = « { $text } » ne dit pas CARACTÉRISTIQUE=VALEUR.
cli-day-unknown = « { $text } » n’est pas une date : écrivez 2026-03-01.
cli-kind-unknown = « { $text } » n’est pas une sorte de mémo.
cli-body-missing = Donnez le texte du mémo avec --body ou --file.

column-about = À propos de
column-author = Auteur
column-changed = Modifié
column-supports = Appuient
column-contradicts = Contredisent
column-relation = Relation
column-gap = Point à consolider
column-clause = Proposition
column-rests-on = Repose sur
column-property = Propriété
column-stands = Se situe
column-with = Avec
column-nodes = Éléments
column-from = De
column-to = Vers
column-type = Type
column-at = Date
cli-option-relation-count = Compter les relations par type
cli-option-relation-cite = Une relation sur une ligne, avec ses extraits : à citer
column-title = Titre

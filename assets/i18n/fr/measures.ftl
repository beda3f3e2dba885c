### Comparer deux codages, suivre la saturation, croiser : mots des tableaux et des refus.

## Refus

error-two-coders-needed = Il faut deux codeurs différents pour comparer.
error-too-many-coders = { $coders } codeurs, c’est trop pour une seule comparaison : 128 au plus.
error-no-such-level = Cette étude n’a pas de niveau « { $level } » : choisissez label, property ou category.
error-no-code-at-level = Rien, dans l’arbre, n’est du niveau « { $level } » : donnez ce niveau à quelques éléments, ou choisissez label.
error-interview-not-counted = « { $interview } » n’est pas compté ici : il est exclu, n’a pas été lu, ou son codage n’est pas terminé.

## Aide

cli-matrix = Croiser les étiquettes avec les participants, les entretiens ou une caractéristique
cli-cooccurrence = Compter les étiquettes qui vont ensemble
cli-compare = Comparer le travail de deux codeurs ou plus
cli-saturation = Suivre la saturation : courbe, règles, ordre, estimations
cli-option-compared-coders = Les codeurs, le premier puis le second
cli-option-compared-unit = L’unité : turn (tour de parole), char, word, sentence ou document
cli-option-rule = Une unité est codée si : any (un caractère), majority (plus de la moitié)
cli-option-compared-interviews = Seulement ces entretiens
cli-option-level = Le niveau : label, property, category ou theme
cli-option-include-interviewer = Compter aussi les tours de l’enquêteur
cli-option-order = L’ordre des entretiens : date, coding, ou leurs noms
cli-option-base = Entretiens de la base (4)
cli-option-run = Entretiens de la fenêtre (2)
cli-option-threshold = Seuil, en pour cent des étiquettes de la base (5)
cli-option-initial = Échantillon initial du critère d’arrêt (10)
cli-option-stop = Entretiens de suite sans rien de nouveau (3)
cli-option-claim = Une affirmation : 5+2, saturation au 5ᵉ, deux de confirmation
cli-option-include-unfinished = Compter aussi les entretiens dont le codage est en cours
cli-option-rows = Les lignes : code, property, category ou theme
cli-option-cols = Les colonnes : participant, interview, ou une caractéristique
cli-option-csv = En CSV, sur la sortie standard
cli-option-together-unit = Ensemble dans : turn (un tour de parole), overlap (les mêmes mots)

## En-têtes

column-measure-both = Les deux
column-measure-neither = Aucun
column-observed = Accord observé
column-positive = Accord positif
column-fleiss = κ de Fleiss
column-alpha = α
column-kappa = κ
column-new = Nouveautés
column-cumulative = Cumul
column-order = Rang
column-new-list = Lesquelles

## Comparaison

compare-unit =
    { $unit ->
        [turn] tour de parole
        [char] caractère
        [word] mot
        [sentence] phrase
       *[document] entretien
    }
compare-rule =
    { $rule ->
        [majority] plus de la moitié
       *[any] au moins un caractère
    }
compare-head =
    { $n ->
        [one] { $n } unité ({ $unit }, { $rule }), { $interviews }
       *[other] { $n } unités ({ $unit }, { $rule }), { $interviews }
    }
compare-mean = Moyenne, là où la mesure est définie
compare-pooled = Tout ensemble
compare-rare = * Moins de cinq unités codées : trop rare pour être interprété.
compare-undefined = – : non défini (rien, ou tout, dans une seule catégorie).
compare-excluded = Non comparé : { $what }.
compare-why =
    { $why ->
        [not_read] pas lu
        [sealed] sous scellés
        [left_out] exclu de l’analyse
        [withdrawn] retiré
       *[no_participant_turn] aucun tour de participant
    }
compare-interval = { $measure }, intervalle à 95 % sur { $n } entretiens : { $from } à { $to }
compare-without = { $measure }, sans chacun des entretiens : { $values }
compare-no-interval = Un seul entretien : pas d’intervalle.
compare-differences = Différences : { $what }.
compare-kind =
    { $kind ->
        [only_first] { $n } par { $first } seulement
        [only_second] { $n } par { $second } seulement
        [other_edges] { $n } découpages différents
        [sibling_code]
            { $method ->
                [thematic] { $n } codes voisins
               *[grounded] { $n } étiquettes voisines
            }
       *[other_code]
            { $method ->
                [thematic] { $n } autres codes
               *[grounded] { $n } autres étiquettes
            }
    }
compare-coded-more =
    { $n ->
        [one] Rien n’a été codé ; { $n } unité lue.
       *[other] Rien n’a été codé ; { $n } unités lues.
    }

## Saturation

saturation-guest-reached = Guest : base { $base }, fenêtre { $run }, seuil { $threshold } % : atteint au { $at }ᵉ, { $run } de plus.
saturation-guest-not-reached = Guest : base { $base }, fenêtre { $run }, seuil { $threshold } % : pas atteint.
saturation-guest-not-assessable = Guest : base { $base }, fenêtre { $run } : non évaluable ({ $why }).
saturation-francis-reached = Francis : { $initial } puis { $stop } : arrêt possible au { $at }ᵉ.
saturation-francis-not-reached = Francis : { $initial } puis { $stop } : pas atteint.
saturation-francis-not-assessable = Francis : { $initial } puis { $stop } : non évaluable ({ $why }).
saturation-why =
    { $why ->
        [base] rien de codé dans la base
        [coded] rien n’est codé à ce niveau
        [empty] la règle ne regarde aucun entretien
       *[short] trop peu d’entretiens
    }
saturation-orders = Ordre : sur { $n-orders } ordres, la fenêtre de Guest atteint le seuil dans { $share }.
saturation-estimates = Estimations (à lire avec prudence) : au moins { $chao } { $level }, couverture { $coverage }, { $next } à attendre du prochain entretien.
saturation-caveat = Les entretiens sont choisis, non tirés au sort, et ce que l’on y code est construit : ces estimations sont des bornes basses.
saturation-estimates-not-assessable = Estimations : non évaluables ({ $why }).
saturation-singletons = Dans un seul entretien : { level-count }.
saturation-unfinished = Codage en cours, non compté : { $names }.
saturation-unfinished-counted = Codage en cours, compté quand même : { $names }.
saturation-not-read = Pas lu par ces codeurs : { $names }.
saturation-undated = Sans date, pris à la fin par ordre de nom : { $names }.
saturation-none-dated = Aucun entretien n’est daté : l’ordre est celui des noms.
saturation-same-day = Tenus le même jour, pris par ordre de nom : { $names }.
saturation-outside =
    { $n ->
        [one] { $n } extrait n’est sous aucun élément de ce niveau : il n’est pas compté.
       *[other] { $n } extraits ne sont sous aucun élément de ce niveau : ils ne sont pas comptés.
    }
saturation-claim-holds = Affirmation { $at }+{ $confirm } : rien de nouveau ; cela n’exclut, à 95 %, qu’une probabilité de nouveauté supérieure à { $upper } ; vrai dans { $share } des ordres.
saturation-claim-contradicted = Affirmation { $at }+{ $confirm } : contredite, du nouveau ensuite ({ $what }) ; vrai dans { $share } des ordres.
saturation-claim-not-assessable =
    { $why ->
        [coded] Affirmation { $at }+{ $confirm } : non évaluable, rien n’est codé à ce niveau.
        [empty] Affirmation { $at }+{ $confirm } : non évaluable, il faut nommer un entretien, compté à partir de 1, et au moins un de confirmation.
       *[short]
            { $n ->
                [0] Affirmation { $at }+{ $confirm } : non évaluable, aucun entretien n’est compté.
                [one] Affirmation { $at }+{ $confirm } : non évaluable, il n’y a qu’un entretien.
               *[other] Affirmation { $at }+{ $confirm } : non évaluable, il n’y a que { $n } entretiens.
            }
    }
usage-threshold = Un seuil va de 0 à 100 pour cent : 5 ou 2,5.

### Double codage : tours scellés, rapprochement des codes, mise en accord.

## Journal

op-reopen-done = rouvrir son codage déclaré fini
op-make-packet = préparer une enveloppe scellée pour { $coder }
op-receive-packet =
    { $n ->
        [one] recevoir une enveloppe ({ $coder }) : { $n } extrait
       *[other] recevoir une enveloppe ({ $coder }) : { $n } extraits
    }
op-adopt-code =
    { $method ->
        [thematic] adopter le code « { $code } » (livre : { $from })
       *[grounded] adopter l'étiquette « { $code } » (livre : { $from })
    }
op-align = rapprocher « { $first } » et « { $second } »
deed-align-none = dire que « { $first } » n'a pas d'équivalent
deed-align-back = retirer le rapprochement de « { $first } »
op-decide =
    { $n ->
        [one] trancher { $n } différence dans { $interview }
       *[other] trancher { $n } différences dans { $interview }
    }
op-accept-agreements =
    { $n ->
        [one] retenir { $n } accord dans { $interview }
       *[other] retenir { $n } accords dans { $interview }
    }
op-finish-reconciliation = clore la mise en accord dans { $interview }
op-reopen-reconciliation = rouvrir la mise en accord dans { $interview }
op-set-reconciliation = régler la mise en accord

## Refus

error-round-no-interview = Un tour de double codage porte sur au moins un entretien : choisissez-en un.
error-round-two-coders = Il faut deux codeurs différents.
error-round-open = Ce tour est ouvert : ce qui a été vu ne peut plus être scellé.
error-round-reason = Tous n'ont pas encore déclaré leur codage fini. Pour ouvrir le tour avant, donnez une raison : elle est inscrite au journal.
error-round-still-sealed = Le codage de l'autre est encore scellé : il se compare une fois le tour ouvert.
error-in-packet = Cette enveloppe ne contient que votre codage : c'est l'étude qui s'ouvre, une fois l'enveloppe revenue.
error-align-same-code = Un code ne se rapproche pas de lui-même.
error-align-second-code = Nommez le second code, ou dites que le premier n'a pas d'équivalent.
error-decide-other-code = Pour trancher autrement, nommez le code à retenir.
error-reconcile-open =
    { $n ->
        [one] Il reste { $n } différence à trancher.
       *[other] Il reste { $n } différences à trancher.
    }

## Étendue de la triangulation : la phrase du mémoire

triangulation-none = triangulation : aucun entretien codé à deux
triangulation-interviews =
    { $n ->
        [one] { $n } entretien sur { $of }
       *[other] { $n } entretiens sur { $of }
    }
triangulation-decisions =
    { $n ->
        [one] { $n } décision
       *[other] { $n } décisions
    }
triangulation-revised =
    { $n ->
        [one] { $n } révisée
       *[other] { $n } révisées
    }
triangulation-partial = triangulation partielle : { $extent }, { $decisions }, { $revised }
triangulation-whole = triangulation : { $extent }, { $decisions }, { $revised }

## Différences, décisions, rapprochements

difference-name =
    { $difference ->
        [agreement] accord
        [other_edges] découpage différent
        [sibling_code] code voisin
        [other_code] autre code
        [only_first] seulement le premier codeur
       *[only_second] seulement le second codeur
    }
verdict-name =
    { $verdict ->
        [first] comme le premier codeur
        [second] comme le second codeur
        [both] les deux
        [other] autrement
       *[neither] ni l'un ni l'autre
    }
align-relation =
    { $relation ->
        [same] même sens
        [broader] plus large que
        [narrower] plus étroit que
        [overlaps] recoupe
       *[none] sans équivalent
    }
signed-together = ensemble : { $members }
signed-alone = { $members }
signed-arbitrated = arbitrage : { $member }
signed-by-rule = d'office : { $members }

## Le journal de réconciliation

reconciliation-journal-title = Journal de réconciliation
journal-column-interview = Entretien
journal-column-quote = Extrait
journal-column-first = Premier codeur
journal-column-second = Second codeur
journal-column-difference = Différence
journal-column-verdict = Décision
journal-column-agreed = Retenu
journal-column-reason = Raison
journal-column-signed = Signé
journal-column-at = Date
journal-column-stands = État
journal-stands = en vigueur
journal-taken-up = reprise depuis

## La table de rapprochement

align-column-relation = Rapport
align-column-shared = Extraits communs
align-column-note = Note
align-column-by = Par
align-column-at = Date

## Ligne de commande

cli-rounds = Lister les tours de double codage
cli-rounds-new = Préparer un tour : dès lors nul ne voit le travail de l'autre
cli-rounds-done = Déclarer fini, et sceller, votre codage d'un tour
cli-rounds-reopen = Rouvrir votre codage déclaré fini, tant que le tour est scellé
cli-rounds-open = Ouvrir un tour : tout devient visible
cli-rounds-matrix = Montrer qui a codé quel entretien
cli-align = Montrer les codes de deux codeurs côte à côte
cli-align-set = Dire comment deux codes se correspondent
cli-align-clear = Retirer ce qui a été dit de deux codes
cli-align-adopt = Faire entrer dans l'étude un code du livre d'un codeur
cli-reconcile = Lister les différences entre deux codeurs
cli-reconcile-decide = Trancher des différences
cli-reconcile-accept = Retenir les accords, et les découpages différents que l'étude accepte
cli-reconcile-finish = Clore la mise en accord d'un entretien
cli-reconcile-journal = Écrire le journal de réconciliation
cli-reconcile-edges = Dire si un découpage différent dans un même tour est accepté d'office
cli-option-round-name = Nom du tour
cli-option-round-interviews = Entretiens à coder, séparés par des virgules
cli-option-round-coders = Codeurs, séparés par des virgules ; les codes du premier sont ceux de l'étude
cli-option-round-codes = Partir des codes de l'étude ; sans cette option, d'aucune liste
cli-option-round-instructions = Consigne donnée aux codeurs
cli-option-round-unit = Unité de comparaison : turn, char, word, sentence, document
cli-argument-round = Nom ou identifiant du tour
cli-option-round-reason = Raison d'ouvrir avant que tous aient fini
cli-option-pair-coders = Les deux codeurs, séparés par une virgule
cli-argument-align-first = Un code, par chemin ou identifiant
cli-argument-align-relation = same, broader, narrower, overlaps ou none
cli-argument-align-second = L'autre code
cli-option-note = Note, en une ligne
cli-option-all-items = Montrer aussi ce qui est tranché
cli-argument-items = Différences, chacune par l'identifiant d'un de ses extraits
cli-option-verdict = a, b, both, other ou neither
cli-option-decided-codes = Codes retenus, pour trancher autrement
cli-option-edges = Autres bornes : DÉBUT-FIN
cli-option-decision-reason = Raison, en une ligne
cli-option-present = Présents, séparés par des virgules
cli-option-arbiter = Qui arbitre
cli-option-pair = Toutes les différences entre ces deux codes, séparés par une virgule
cli-option-journal-format = csv, html ou docx
cli-argument-edges = Un autre découpage dans un même tour : accept (accepté d'avance) ou discuss (à discuter)
cli-round-made = Tour « { $round } » préparé.
cli-round-done = Votre codage est fini et scellé : { $digest }
cli-round-reopened = Votre codage est rouvert.
cli-round-opened = Tour ouvert : tout est visible.
cli-aligned = Dit : « { $first } », { $relation }, « { $second } ».
cli-aligned-none = Dit : « { $first } » est sans équivalent.
cli-align-cleared = Rapprochement retiré.
cli-adopted = « { $code } » fait maintenant partie de l'étude.
cli-decided =
    { $n ->
        [one] { $n } différence tranchée.
       *[other] { $n } différences tranchées.
    }
cli-reconciled = Mise en accord close : { $interview }
cli-unreconciled = Mise en accord rouverte : { $interview }
cli-left-open =
    { $n ->
        [0] Rien ne reste à trancher.
        [one] { $n } différence reste à trancher (environ { $minutes } min).
       *[other] { $n } différences restent à trancher (environ { $minutes } min).
    }
cli-edges-accepted = Un découpage différent dans un même tour est accepté d'office.
cli-edges-discussed = Un découpage différent se discute toujours.
cli-merge-sealed = Reçu sous scellé, sans rien en montrer : { $members }
column-round = Tour
column-coders = Codeurs
column-difference = Différence
column-verdict = Décision
column-align-relation = Rapport
column-shared = Communs
round-state =
    { $state ->
        [sealed] scellé
       *[open] ouvert
    }
coder-done = { $coder } (fini)
usage-relation = Ce rapport n'existe pas : { $relation }. Choisissez same, broader, narrower, overlaps ou none.
usage-verdict = Cette décision n'existe pas : { $verdict }. Choisissez a, b, both, other ou neither.
usage-unit = Cette unité n'existe pas : { $unit }. Choisissez turn, char, word, sentence ou document.
usage-edges = Des bornes s'écrivent DÉBUT-FIN, comme 120-164.
usage-two-coders = Nommez deux codeurs, séparés par une virgule.
error-no-two-coders = Aucun entretien n'a été codé par deux personnes : nommez les codeurs avec --coders.
usage-journal-format = Cette forme n'existe pas : { $format }. Choisissez csv, html ou docx.

error-packet-unknown = Cette enveloppe n'a pas été préparée par cette copie de l'étude. Fusionnez d'abord la copie qui l'a préparée.
error-word-came-back = C'est l'enveloppe Word remise à { $coder } (« { $round } ») qui revient : reprenez-la dans Double codage, à la carte du tour, ou par « ancrage rounds receive ».
error-packet-altered = Cette enveloppe n'est pas telle qu'elle a été donnée, ou quelqu'un d'autre y a travaillé : rien n'en a été repris.
cli-packet = Préparer une enveloppe scellée pour un second codeur
cli-option-packet-interviews = Entretiens donnés, séparés par des virgules
cli-option-packet-for = À qui ; un nom nouveau rejoint l'équipe comme codeur
cli-option-packet-codes = Avec les codes de l'étude ; sans cette option, aucun
cli-option-packet-instructions = Consigne donnée au codeur
cli-option-packet-output = Fichier de l'enveloppe
cli-packet-made = Enveloppe pour { $coder } : { $file }

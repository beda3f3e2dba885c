### L'étape « Double codage » : ses pages, du tour scellé à la mise en accord.

## Les parties

rounds-part-rounds = Tours et enveloppes
rounds-part-merge = Fusionner une copie
rounds-part-alignment =
    { $method ->
        [thematic] Rapprocher les codes
       *[grounded] Rapprocher les étiquettes
    }
rounds-part-comparison = Comparer
rounds-part-reconciliation = Mettre en accord
double-coding-nothing-yet = Il n'y a pas encore deux codages à regarder ensemble.
double-coding-nothing-yet-advice = Donnez une enveloppe à un second codeur, puis ouvrez le tour quand tous deux ont déclaré avoir fini.

## Tours et enveloppes

rounds-title = Double codage
rounds-purpose =
    { $method ->
        [thematic] Deux personnes codent les mêmes entretiens sans se voir. Ensuite seulement, on compare, on discute, et chaque décision garde sa raison.
       *[grounded] Deux personnes étiquettent les mêmes entretiens sans se voir. Ensuite seulement, on compare, on discute, et chaque décision garde sa raison.
    }
rounds-new-packet = Préparer une enveloppe…
rounds-new-round = Nouveau tour dans ce fichier…
rounds-new-round-purpose = Pour deux personnes qui travaillent l'une après l'autre sur cet ordinateur : tant que le tour est scellé, aucune ne voit le travail de l'autre.
rounds-packet-back = Une enveloppe est revenue…
rounds-name = Nom du tour
rounds-instructions = Consigne
rounds-instructions-hint = Par exemple : coder ligne à ligne, au plus près des mots
rounds-seal-round = Sceller le tour
rounds-still-codes = code encore
rounds-declare-done = Déclarer mon codage fini
rounds-done-explained = Votre codage est alors scellé : sa date et son empreinte sont inscrites. Tant que le tour n'est pas ouvert, vous pourrez le rouvrir.
rounds-reopen = Rouvrir mon codage
rounds-sealed-at = fini le { $at }, empreinte { $digest }
rounds-seal-reopened = déclaré fini le { $at }, puis rouvert (empreinte { $digest })
rounds-seal-broken = fini le { $at } : ce qui est là n'a plus l'empreinte { $digest }
rounds-after-seal =
    { $n ->
        [one] { $n } extrait changé après le scellé
       *[other] { $n } extraits changés après le scellé
    }
rounds-packet-given = Enveloppe donnée à { $coder } le { $day }
rounds-blind-declared = aveugle déclaré (fichiers Word)
rounds-open-envelopes = Ouvrir les enveloppes
rounds-open-early = Ouvrir avant la fin…
rounds-open-early-explained = Tous n'ont pas déclaré leur codage fini. Ouvrir maintenant ne s'annule pas : ce qui a été vu l'a été. La raison est inscrite au journal.
rounds-open-now = Ouvrir maintenant
rounds-opened-early = Ouvert le { $day } avant la fin : { $reason }
rounds-reason = Raison, en une ligne
rounds-two-readings = Revoir les deux lectures
rounds-copy-sentence = Copier la phrase
rounds-who-coded = Qui a codé quoi
rounds-who-coded-legend = ✔ codage terminé ou déclaré fini ; – pas lu
rounds-reconciled = Mise en accord
rounds-reconciled-yes = close
rounds-cell-sealed = sous scellé
rounds-cell-sealed-done = ✔ sous scellé
rounds-export-as = Exporter : { $form }
rounds-journal-as = Journal : { $form }

## L'enveloppe que l'on prépare

packet-new-title = Préparer une enveloppe
packet-new-purpose = Un fichier à donner au second codeur. Il contient les textes actuels et la consigne ; aucun extrait, mémo ni compte des autres.
packet-for-whom = Pour qui
packet-somebody-new = Quelqu'un de nouveau
packet-codes =
    { $method ->
        [thematic] Codes de départ
       *[grounded] Étiquettes de départ
    }
packet-codes-none =
    { $method ->
        [thematic] Aucun : chacun crée les siens (codage ouvert)
       *[grounded] Aucune : chacun crée les siennes (codage ouvert)
    }
packet-codes-given =
    { $method ->
        [thematic] Les codes de l'étude
       *[grounded] Les étiquettes de l'étude
    }
packet-save = Enregistrer l'enveloppe…
packet-made = Enveloppe enregistrée : { $file }

## L'enveloppe que l'on a reçue

packet-title = Votre enveloppe
packet-purpose =
    { $method ->
        [thematic] Codez ces entretiens à votre manière. Personne ne voit votre travail, et vous ne voyez celui de personne, jusqu'à l'ouverture.
       *[grounded] Étiquetez ces entretiens à votre manière. Personne ne voit votre travail, et vous ne voyez celui de personne, jusqu'à l'ouverture.
    }
packet-empty = Cette enveloppe ne contient aucun tour de codage.
packet-to-code = Entretiens à coder
packet-code-it = Coder { $interview }
packet-way-back = Quand vous avez fini
packet-send-back = Enregistrer le fichier à renvoyer…
packet-send-back-explained = Enregistrez une copie et renvoyez-la à qui vous a donné l'enveloppe : elle ne contient que votre codage.
packet-came-locked = Cette enveloppe vous est arrivée protégée ; vous travaillez dans une copie en clair. Renvoyez-la sous la même phrase de passe.
packet-lock-away = Protéger et effacer la copie en clair…
packet-lock-away-explained = Avec une phrase de passe, le fichier protégé est relu, puis la copie en clair disparaît avec ses sauvegardes et son index. Pour reprendre, ouvrez le fichier protégé.
packet-locked-away = Protégé : { $file }. La copie en clair, ses sauvegardes et son index sont effacés.

## L'ouverture

opening-title = Deux lectures des mêmes entretiens
opening-agreements = Ce que vous avez vu tous les deux
opening-no-agreement =
    { $method ->
        [thematic] Aucun code n'est encore le même des deux côtés : c'est attendu en codage ouvert. Rapprochez d'abord les codes.
       *[grounded] Aucune étiquette n'est encore la même des deux côtés : c'est attendu en codage ouvert. Rapprochez d'abord les étiquettes.
    }
opening-left =
    { $n ->
        [0] Rien ne reste à discuter.
        [one] { $n } différence reste à discuter : environ { $n-minutes } min.
       *[other] { $n } différences restent à discuter : environ { $n-minutes } min.
    }
opening-align =
    { $method ->
        [thematic] Rapprocher les codes
       *[grounded] Rapprocher les étiquettes
    }
opening-reconcile = Mettre en accord
opening-close = Plus tard
opening-codes =
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

## Fusionner

merge-title = Fusionner une copie
merge-purpose = Une autre copie de l'étude, ou une enveloppe revenue. Rien n'est jamais perdu : ce qui diverge reste lisible des deux côtés, et la fusion peut se défaire.
merge-choose = Choisir l'autre copie…
merge-n-kept =
    { $n ->
        [one] { $n } divergence tranchée dans la même étape : défaire la fusion la rouvre.
       *[other] { $n } divergences tranchées dans la même étape : défaire la fusion les rouvre.
    }
merge-n-doubles =
    { $n ->
        [one] { $n } doublon possible, à réunir ensuite
       *[other] { $n } doublons possibles, à réunir ensuite
    }
merge-take-back = Défaire la dernière fusion
merge-taken-back =
    { $n ->
        [one] Fusion défaite : { $n } opération repartie.
       *[other] Fusion défaite : { $n } opérations reparties.
    }
merge-would-bring = Ce que « { $file } » apporterait
merge-done = Fusion faite
merge-do = Fusionner
merge-operations =
    { $n ->
        [one] { $n } opération
       *[other] { $n } opérations
    }
merge-new = Nouveau : { $what }
merge-changed = Changé : { $what }
merge-n-conflicts =
    { $n ->
        [one] { $n } divergence à trancher
       *[other] { $n } divergences à trancher
    }
merge-n-to-place =
    { $n ->
        [one] { $n } extrait à replacer
       *[other] { $n } extraits à replacer
    }
merge-n-composed =
    { $n ->
        [one] { $n } entretien corrigé des deux côtés, les corrections réunies
       *[other] { $n } entretiens corrigés des deux côtés, les corrections réunies
    }
merge-nothing-new = Rien de nouveau : cette copie est déjà là.
merge-conflicts = Divergences
merge-conflicts-purpose = Choisissez ce qui reste, ou laissez pour plus tard : les deux versions sont gardées.
merge-here = Ici ({ $author }) : { $said }
merge-there = Là-bas ({ $author }) : { $said }
merge-later = Décider plus tard
merge-about = { $kind } « { $name } », { $field }
merge-unsettled = Ce qui attend quelqu'un
merge-all-settled = Rien : aucune divergence, aucun doublon possible.
merge-keep = Garder : { $said }
merge-alike = Doublons possibles
merge-alike-purpose = Ils se ressemblent ; seul quelqu'un de l'équipe peut dire que c'est le même.
merge-pair = « { $first } » et « { $second } »
merge-unite = Réunir « { $name } »
merge-dangling = Liens vers ce qui n'est plus là
merge-dangling-line = « { $name } » renvoie à « { $missing } »
merge-cycles = Liens qui tournent en rond
merge-cycle-line = Le lien de « { $name } » est ignoré : il ferme un cercle.

## Champs qui divergent

field-name =
    { $group ->
        [life] existence
        [redirect] fusion
        [study_title] titre
        [study_question] question de recherche
        [study_method] méthode
        [study_settings] réglages
        [member_role] rôle
        [participant_status] statut
        [participant_attribute] caractéristique
        [guide_text] texte du guide
        [interview_facts] date et lieu
        [interview_speakers] locuteurs
        [interview_status] statut
        [interview_current_revision] texte
        [interview_finished] codage terminé
        [code_place] place dans l'arbre
        [code_level] niveau
        [code_colour] couleur
        [code_definition] définition
        [coding_anchor] bornes
        [coding_code]
            { $method ->
                [thematic] code
               *[grounded] étiquette
            }
        [coding_comment] commentaire
        [coding_state] à décider plus tard
        [memo_text] texte du mémo
        [round_done] codage déclaré fini
        [decision_outcome] décision
        [alignment_link] rapprochement
        [relation_ends] extrémités
        [relation_nature] nature
        [clause_text] texte de la proposition
       *[other] nom
    }
field-empty = (rien)
field-kept = gardé
field-deleted = supprimé
field-text-version = un état du texte
field-under = sous « { $parent } »
field-at-the-top = en haut de l'arbre
field-hue = couleur { $n }
field-yes = oui
field-no = non

## Rapprocher

alignment-title = Tableau de rapprochement des codes
alignment-about = Deux livres de codes : { $first }, { $second }. Les rapports sont dits par les codeurs ; le logiciel n'a proposé que des candidats.
alignment-purpose =
    { $method ->
        [thematic] Les candidats partagent des extraits ou se ressemblent par le nom. Vous seuls dites ce qui se correspond ; ce qui a le même sens compte ensuite comme un seul code.
       *[grounded] Les candidates partagent des extraits ou se ressemblent par le nom. Vous seuls dites ce qui se correspond ; ce qui a le même sens compte ensuite comme une seule étiquette.
    }
alignment-only-open =
    { $n ->
        [one] Seulement ce qui n'est pas dit : { $n }
       *[other] Seulement ce qui n'est pas dit : { $n }
    }
alignment-not-said = pas encore dit
alignment-shared =
    { $n ->
        [one] { $n } commun
       *[other] { $n } communs
    }
alignment-question = « { $first } » par rapport à « { $second } »
alignment-own-book =
    { $method ->
        [thematic] Ce code est encore dans le livre de son codeur.
       *[grounded] Cette étiquette est encore dans le livre de son codeur.
    }
alignment-adopt = Faire entrer « { $code } » dans l'étude
alignment-alone = Sans candidat chez l'autre : { $coder }
alignment-with = Rapprocher « { $code } » de
alignment-choose = a le même sens que…

## Comparer

compare-other-measures = Autres mesures
compare-in-text = Voir dans le texte
compare-before-discussion = Avant discussion : chacun a codé sous scellé, sans voir l'autre, et rien n'a changé depuis.
compare-unproven = Aucun tour scellé ne prouve que chacun a codé sans voir l'autre : ces accords ne mesurent pas forcément l'indépendance.
compare-unproven-for = Sans tour scellé qui prouve que chacun a codé sans voir l'autre : { $interviews }. Le reste a été codé sous scellé.
compare-after-discussion =
    { $n ->
        [one] { $n } extrait a changé après le scellé. Après discussion : ne mesure plus l'indépendance.
       *[other] { $n } extraits ont changé après le scellé. Après discussion : ne mesure plus l'indépendance.
    }
compare-kinds = Sortes de différence
compare-left-out = Non comparé
compare-all-interviews = Tous ceux que les deux ont lus ; cochez pour n'en prendre que certains.
compare-unit-title = Unité
compare-rule-title = Une unité est codée si
compare-level-title = Niveau
compare-units = Unités
compare-with-interviewer = Compter aussi l'enquêteur
compare-only = Seulement { $coder }
compare-differ = Désaccord
compare-not-here = non interprétable ici : { $why }
compare-by-code =
    { $method ->
        [thematic] Par code
       *[grounded] Par étiquette
    }
compare-over-time = Dans le temps
compare-over-time-purpose = Ce que chacun a déclaré terminé sans voir l'autre, puis ce qui vient après. Seul l'avant mesure l'indépendance.
compare-moment-title = Moment
compare-no-round = hors tour
compare-not-independent = après discussion : ne mesure plus l'indépendance
compare-two-by-two = Deux à deux
compare-boundaries = Frontières libres
compare-boundaries-purpose = Aucune unité n'est fixée : ce sont les frontières posées par chacun qui sont comparées, dans les entretiens que tous ont lus.
compare-segments = Segments retrouvés : ils se recouvrent d'au moins tant pour cent de ce qu'ils couvrent ensemble. 90 % est sévère.
compare-overlap = Recouvrement
compare-of-coder = De { $coder }
compare-segment-agreement = Accord
compare-segment-f1 = F1 un à un
compare-percent = { $n } %
compare-segments-at = Segments à { $n } %
compare-undefined-whole = { $measure }, tout ensemble : { $reason }
compare-moment =
    { $moment ->
        [sealed] Avant discussion
        [now] Maintenant
       *[settled] Après mise en accord
    }
compare-sets =
    { $method ->
        [thematic] Plusieurs codes par unité
       *[grounded] Plusieurs étiquettes par unité
    }
compare-codes-overlap =
    { $method ->
        [thematic] Chez un même codeur des codes se recouvrent : u-α de l'ensemble n'existe pas, seulement code par code.
       *[grounded] Chez un même codeur des étiquettes se recouvrent : u-α de l'ensemble n'existe pas, seulement étiquette par étiquette.
    }
compare-dash =
    { $method ->
        [thematic]
            { $n ->
                [one] –, pour { $n } code : { $why }
               *[other] –, pour { $n } codes : { $why }
            }
       *[grounded]
            { $n ->
                [one] –, pour { $n } étiquette : { $why }
               *[other] –, pour { $n } étiquettes : { $why }
            }
    }
compare-length =
    { $n ->
        [one] { $n } caractère comparé.
       *[other] { $n } caractères comparés.
    }
compare-sensitivity = Toutes les unités, toutes les règles
compare-sensitivity-purpose = Moyennes, là où la mesure est définie. Elles dépendent beaucoup de l'unité : fixez-la avant de regarder.
measure-name =
    { $measure ->
        [observed_agreement] Accord observé
        [positive_agreement] Accord positif
        [negative_agreement] Accord négatif
        [cohen_kappa] κ de Cohen
        [scott_pi] π de Scott
        [gwet_ac1] AC1 de Gwet
        [brennan_prediger] Brennan-Prediger
        [krippendorff_alpha] α de Krippendorff
        [prevalence_index] Prévalence
        [bias_index] Biais
        [fleiss_kappa] κ de Fleiss
        [conger_kappa] κ de Conger
        [u_alpha] u-α
        [u_alpha_binary] |u-α (codé ou non)
        [cu_alpha] cu-α
        [cu_alpha_coverage] couverture de cu-α
        [ku_alpha] (k)u-α
        [ku_coverage] couverture
        [alpha_jaccard] α (Jaccard)
        [alpha_dice] α (Dice)
        [alpha_masi] α (MASI)
        [alpha_nominal] α (mêmes ensembles)
       *[light_kappa] κ de Light
    }
undefined-reason =
    { $why ->
        [no_units] il n'y a rien à comparer
        [no_pairable_units] aucune unité n'a été lue par deux codeurs
        [no_variation] tout est dans une seule catégorie, le hasard ne se distingue pas de l'accord
        [nothing_coded] personne n'a rien codé ainsi
        [everything_coded] tout a été codé par tous
        [no_overlap] rien n'est marqué par les deux
        [not_two_coders] cette mesure est faite pour deux codeurs
        [unequal_ratings] les codeurs n'ont pas tous lu les mêmes unités
       *[other] il y a trop peu d'unités
    }

## Mettre en accord

desk-differences = Différences
desk-left =
    { $n ->
        [0] rien ne reste
        [one] { $n } reste, environ { $n-minutes } min
       *[other] { $n } restent, environ { $n-minutes } min
    }
desk-every-kind = Toutes
desk-kind =
    { $kind ->
        [agreement] Accord
        [other_edges] Découpage différent
        [sibling_code]
            { $method ->
                [thematic] Code voisin
               *[grounded] Étiquette voisine
            }
        [other_code]
            { $method ->
                [thematic] Autre code
               *[grounded] Autre étiquette
            }
        [only_first] Seulement { $first }
       *[only_second] Seulement { $second }
    }
desk-by-code =
    { $method ->
        [thematic] Par code
       *[grounded] Par étiquette
    }
desk-show-all = Aussi ce qui est tranché
desk-accept-edges = Accepter d'office un découpage différent dans un même tour de parole
desk-accept-agreements =
    { $n ->
        [one] Retenir { $n } accord
       *[other] Retenir { $n } accords
    }
desk-agreement = Accord
desk-agreement-before =
    { $n ->
        [one] Avant discussion : { $n } passage sur { $all }, au même sens
       *[other] Avant discussion : { $n } passages sur { $all }, au même sens
    }
desk-agreement-after =
    { $n ->
        [one] Après discussion : { $n } passage sur { $all }
       *[other] Après discussion : { $n } passages sur { $all }
    }
desk-after-discussion = Après discussion : ne mesure plus l'indépendance.
desk-journal = Journal de réconciliation
desk-nothing-left = Rien ne reste à trancher ici.
desk-nothing-left-advice = « Aussi ce qui est tranché » montre les décisions, que l'on peut reprendre.
desk-state =
    { $state ->
        [decided] tranché
       *[reopened] tranché, puis changé : à revoir
    }
desk-who-is-who = A : { $first } — B : { $second }
desk-only = { $coder } seulement
desk-both = les deux
desk-choose = Choisissez une différence dans la liste.
desk-decide = Décider
desk-was-decided = Décidé : { $verdict } ({ $codes })
desk-reopened = Un des extraits est venu ou a changé depuis.
desk-not-coded = rien
desk-both-codes = Les deux
desk-other = Autre…
desk-neither = Aucun
desk-other-is = À la place : { $codes }
desk-other-title =
    { $method ->
        [thematic] Quel code retenir ?
       *[grounded] Quelle étiquette retenir ?
    }
desk-batch =
    { $n ->
        [one] Pour { $n } passage de ces deux-là (P)
       *[other] Pour les { $n } passages de ces deux-là (P)
    }
desk-edges = Bornes
desk-edge-start = début
desk-edge-end = fin
desk-edge-start-back = Début un mot plus tôt
desk-edge-start-on = Début un mot plus tard
desk-edge-end-back = Fin un mot plus tôt
desk-edge-end-on = Fin un mot plus tard
desk-edges-back = Bornes d'origine
desk-reason = Raison, en une ligne
desk-decide-and-next = Décider et suivant
desk-no-arbiter = Sans arbitrage
desk-arbitration = Arbitrage
desk-present = Présents
desk-present-one = Présent : { $member }
desk-signed-together = Signé ensemble.
desk-signed-alone = Un des deux codeurs manque : la décision n'est pas signée ensemble.
desk-discussion = Discussion
desk-say = Dire quelque chose
desk-say-of-passage = Dire sur ce passage
desk-say-of-code = Dire sur « { $code } »

## Enveloppes protégées

error-locked = Ce fichier est protégé par une phrase de passe : donnez-la pour l'ouvrir.
error-passphrase-needed = Donnez une phrase de passe.
error-passphrase-refused = Ce n'est pas la phrase de passe de ce fichier, ou le fichier a été modifié. Rien n'a été ouvert.
error-not-locked = Ce fichier n'est pas protégé par une phrase de passe.
error-cannot-lock = Cette machine ne peut pas protéger le fichier : il manque de la mémoire, ou le système ne donne pas de hasard.
error-grew-since-locked = Du travail s'est ajouté pendant la mise sous clé : rien n'a été supprimé. Rouvrez l'étude et recommencez.
cli-lock = Protéger un fichier par une phrase de passe, pour l'envoyer
cli-unlock = Ouvrir un fichier protégé par une phrase de passe
cli-option-packet-protect = Protéger l'enveloppe par une phrase de passe
cli-option-passphrase-file = Fichier dont la première ligne est la phrase de passe ; sinon ANCRAGE_PASSPHRASE, sinon elle est demandée
cli-argument-locked = Fichier protégé
cli-argument-unlocked = Fichier à protéger
cli-passphrase-ask = Phrase de passe :
usage-passphrase = Il faut une phrase de passe : --passphrase-file, ANCRAGE_PASSPHRASE, ou un terminal où la taper.
cli-locked = Protégé : { $file }
cli-unlocked = Ouvert : { $file }
locked-title = Cette enveloppe est protégée
locked-explained = Donnez la phrase de passe que l'on vous a transmise à part. Votre travail se fera dans « { $file } », à côté.
locked-copy-explained = Donnez la phrase de passe de l'enveloppe revenue.
locked-passphrase = Phrase de passe
locked-open = Ouvrir
packet-protect = Protéger par une phrase de passe
packet-protect-explained = Transmettez-la de vive voix ou par un autre chemin que le fichier. Perdue, elle ne se retrouve pas.
packet-protect-back = Phrase de passe pour le retour (facultatif)

## Enveloppes en Word

packet-form = Sous quelle forme
packet-form-project = Un fichier Ancrage : l'aveugle est scellé
packet-form-word = Des fichiers Word, à commenter : l'aveugle est déclaré
packet-form-word-explained = Un fichier par entretien. Dans Word, le codeur sélectionne des mots et écrit l'étiquette en commentaire ; au retour, chaque commentaire devient son extrait.
rounds-word-back = Choisir le fichier Word revenu
rounds-word-back-of = Fichier Word revenu ({ $coder })…
word-list =
    { $method ->
        [thematic] Liste des codes
       *[grounded] Liste des étiquettes
    }
word-list-how =
    { $method ->
        [thematic] La liste des codes est à la fin de ce document. Pour coder, sélectionnez des mots et écrivez le nom d'un code en commentaire ; un nom nouveau crée un code.
       *[grounded] La liste des étiquettes est à la fin de ce document. Pour étiqueter, sélectionnez des mots et écrivez le nom d'une étiquette en commentaire ; un nom nouveau crée une étiquette.
    }
word-back-title = Une enveloppe Word est revenue
word-back-explained = « { $file } » est l'enveloppe remise à { $coder } pour « { $round } ». Ses commentaires deviennent ses extraits ; ils restent sous scellé jusqu'à l'ouverture du tour.
word-back-take = Reprendre ses commentaires
word-received =
    { $n ->
        [one] { $n } commentaire repris comme extrait.
       *[other] { $n } commentaires repris comme extraits.
    }
word-unplaced =
    { $n ->
        [one] { $n } commentaire à placer
       *[other] { $n } commentaires à placer
    }
word-unplaced-explained = Leurs mots ne se retrouvent pas dans le texte actuel : leur codeur peut les reporter à la main.
cli-option-packet-docx = Des fichiers Word à commenter, un par entretien ; l'aveugle est alors déclaré
cli-rounds-receive = reprend un fichier Word revenu d'un codeur
cli-argument-word-file = Fichier Word revenu
cli-option-word-for = De qui il vient

### Ligne de commande : aide, en-têtes de tableaux, messages.

## Aide : le programme et ses sous-commandes

cli-about = Analyse d’entretiens par théorisation ancrée. Sans argument, ouvre la fenêtre.
cli-new = Créer une étude
cli-demo = Préparer l’étude d’exemple et l’ouvrir
cli-import = Importer des verbatims
cli-interviews = Lister les entretiens
cli-participants = Lister ou importer les participants
cli-show = Montrer le texte d’un entretien et ses tours de parole
cli-text = Corriger ou remplacer le texte d’un entretien
cli-place = Lister les extraits à replacer, ou en replacer un
cli-codes = Montrer l’arbre des étiquettes (codes), ou en importer un
cli-codings = Lister ou importer les extraits
cli-finish = Déclarer un codage terminé
cli-speakers = Lister les locuteurs d'un entretien, ou les corriger
cli-speakers-set = Corriger un locuteur : nom, rôle, participant
cli-reading = Noter une relecture
cli-search = Chercher dans les verbatims
cli-terms = Compter les mots, par participant et par groupe
cli-log = Montrer le journal des opérations
cli-undo = Annuler la dernière opération
cli-redo = Rétablir l’opération annulée
cli-merge = Fusionner une autre copie de l’étude
cli-settle = Trancher une divergence
cli-unite = Réunir deux éléments
cli-backup = Lister, faire ou restaurer des sauvegardes
cli-check = Vérifier l’intégrité de l’étude
cli-purge = Effacer les données d’un participant qui se retire
cli-bench = Mesurer les opérations principales
cli-generate = Fabriquer une étude de synthèse
cli-completions = Écrire les complétions pour un interpréteur de commandes
cli-export = Exporter vers un fichier
cli-text-replace = Remplacer le texte par celui d’un fichier corrigé
cli-participants-import = Importer le tableau des participants (CSV, Excel)
cli-codes-import = Importer un livret de codes (CSV, REFI-QDA .qdc)
cli-codings-import = Importer des extraits codés (CSV) : tout ou rien
cli-backup-list = Lister les sauvegardes
cli-backup-now = Faire une sauvegarde maintenant
cli-backup-restore = Restaurer une sauvegarde dans un nouveau fichier

## Aide : options communes

cli-option-json = Écrire un seul document JSON sur la sortie standard
cli-option-as = Qui agit (nom ou identifiant d’un membre)
cli-option-lang = Langue des messages : fr ou en
cli-argument-project = Fichier de l’étude (.ancrage)
cli-argument-files = Fichiers à importer
cli-argument-interview = Nom ou identifiant d’un entretien
cli-option-title = Titre de l’étude
cli-option-member = Membre de l’équipe, avec son rôle : NOM, NOM:student, NOM:coder ou NOM:director
cli-option-study-lang = Langue des messages et des entretiens de l’étude : fr (par défaut) ou en
cli-option-no-window = Ne pas ouvrir la fenêtre
cli-option-interviewer = Étiquette de l’enquêteur dans le texte, telle qu’elle y est écrite
cli-option-participant = Pseudonyme du participant
cli-option-encoding = Encodage d’un fichier .txt, s’il est mal deviné : utf-8, windows-1252, macintosh…
cli-option-comments = Commentaires de marge : as-codings (en faire des extraits) ou skip (les laisser ; par défaut)
cli-option-parts = Fichier qui réunit plusieurs entretiens : split (les séparer), keep (n'en faire qu'un) ou auto (par défaut)
cli-option-unite-spellings = Prendre pour une seule personne les graphies proches (EMG 5, EMG5, Emg 5)
cli-option-no-original = Ne pas garder le fichier d'origine dans l'étude
cli-option-preview = Montrer ce qui serait importé, sans rien écrire
cli-option-name = Nom à donner au locuteur
cli-option-role = Rôle : participant, interviewer, other, nobody (ses paroles ne sont plus des tours) ou speech (l'étiquette est de la parole)
cli-argument-label = Locuteur, tel que la liste le nomme
cli-option-revision = Un état plus ancien du texte, par son identifiant
cli-option-coder = Compter ce codeur (ou ceux-ci, séparés par des virgules)
cli-option-coder-list = Seulement ce codeur (ou ceux-ci, séparés par des virgules)
cli-option-agreed = Compter la mise en accord seulement
cli-option-layer = Couche : experiential, thematic ou any (par défaut)
cli-option-code = Seulement cette étiquette (ce code) : chemin, nom ou identifiant
cli-option-below = Avec ce qui est rangé dessous
cli-option-interview = Seulement cet entretien
cli-option-reopen = Rouvrir un codage terminé
cli-option-minutes = Durée de la relecture, en minutes
cli-option-since = Depuis ce jour (2026-03-01), cet instant, ou après cette opération
cli-option-dry-run = Montrer ce qui viendrait, sans rien changer
cli-option-take-back = Défaire la dernière fusion
cli-option-keep = Version à garder, par son identifiant
cli-option-remove-plain = Effacer le fichier en clair, ses sauvegardes et son index une fois le fichier protégé relu
cli-option-kept-versions = Version à garder là où les copies divergent, prise avec la fusion en une seule étape ; autant de fois qu'il en faut
cli-option-yes = Ne pas demander confirmation
cli-option-format = Format : docx, xlsx, html, csv ou json
cli-option-what = Quoi : quotes (extraits), coded-text (entretiens étiquetés), codebook (livret) ; en csv ou json, codings (par défaut), codes, participants, relations ; en json, interviews, log
cli-option-excel = CSV pour Excel en français : points-virgules et marque d’ordre des octets
cli-option-comma = CSV à virgules, pour les programmes
cli-option-by = Extraits rangés par code (par défaut) ou par interview (entretien)
cli-option-export-code = Seulement cette étiquette (ce code) et ce qui est rangé dessous ; peut être répété
cli-option-export-interview = Seulement cet entretien ; peut être répété
cli-option-attributes = Caractéristiques dites à côté du participant, séparées par des virgules
cli-option-with-comments = Avec les commentaires des codeurs
cli-option-output = Fichier à écrire
cli-option-restore-output = Fichier de la copie restaurée
cli-option-help = Montrer cette aide
cli-option-version = Montrer la version
cli-argument-new-project = Fichier de l’étude à créer (.ancrage)
cli-argument-demo-project = Fichier à créer ; sinon un nouveau fichier dans le dossier courant
cli-argument-participants-file = Tableau CSV ou Excel : une colonne de pseudonymes, une par caractéristique
cli-argument-codes-file = Livret .qdc, ou tableau CSV : path, et au besoin layer, in_vivo, colour, definition, level, include, exclude, example
cli-argument-codings-file = Tableau CSV : interview, start, end, code, coder, et au besoin quote, layer
cli-argument-text-file = Le texte corrigé (.txt ou .docx)
cli-argument-coding = Extrait, par son identifiant
cli-argument-start = Position du premier caractère
cli-argument-end = Position après le dernier
cli-argument-other = L’autre copie de l’étude
cli-argument-record = Élément, par son identifiant
cli-argument-group = Ce sur quoi les versions divergent, tel que merge l’affiche
cli-argument-first = Celui qui reste (nom ou identifiant)
cli-argument-second = Celui qui le rejoint
cli-argument-participant = Nom ou identifiant d’un participant
cli-argument-backup = Sauvegarde, par son identifiant
cli-argument-shell = bash, zsh, fish, elvish ou powershell

## Aide : titres

cli-value-name =
    { $value ->
        [project] PROJET
        [files] FICHIER
        [file] FICHIER
        [interview] ENTRETIEN
        [member] MEMBRE
        [title] TITRE
        [person] NOM[:rôle]
        [participant] PARTICIPANT
        [label] ÉTIQUETTE
        [encoding] ENCODAGE
        [revision] ÉTAT
        [coders] CODEUR[,CODEUR]
        [code] CHEMIN
        [attributes] CARACTÉRISTIQUE[,CARACTÉRISTIQUE]
        [coding] EXTRAIT
        [start] DÉBUT
        [end] FIN
        [minutes] MINUTES
        [moment] DATE|OPÉRATION
        [other] AUTRE
        [record] ÉLÉMENT
        [group] CHAMP
        [kept] ÉLÉMENT=CHAMP=VERSION
        [version] VERSION
        [backup] SAUVEGARDE
        [layer] COUCHE
        [interviews] ENTRETIEN[,ENTRETIEN]
        [level] NIVEAU
        [columns] COLONNES
        [order] ORDRE
        [round] TOUR
        [text] TEXTE
        [unit] UNITÉ
        [relation] RAPPORT
        [difference] DIFFÉRENCE
        [verdict] DÉCISION
        [edges] DÉBUT-FIN
        [codes] CODE,CODE
        [rule] RÈGLE
        [shell] INTERPRÉTEUR
        [query] REQUÊTE
        [attribute] CARACTÉRISTIQUE
        [format] FORMAT
        [role] RÔLE
        [claim] DÉCLARATION
        [choice] CHOIX
        [category] CATÉGORIE|RELATION
        [day] JOUR
        [name] NOM
        [type] TYPE
        [schema] SCHÉMA
        [memo] MÉMO
        [thread] DISCUSSION
        [command] COMMANDE
       *[other] VALEUR
    }
cli-option-growth = Comparer deux études de synthèse, de 50 et de 500 entretiens
cli-option-only = Une seule partie : open, apply, bulk, correct, merge, backup
cli-option-probe = Ouvrir l’étude dans ce processus et dire ce que cela prend
cli-option-interviews = Nombre d'entretiens (20)
cli-option-words = Nombre de mots par entretien (5000)
cli-option-codes = Nombre d'étiquettes (120)
cli-option-codings = Nombre d'extraits, tous codeurs ensemble (2000)
cli-option-coders = Nombre de codeurs (2)
cli-option-seed = Une autre graine fait une autre étude (1)
cli-help-usage = Usage :
cli-help-commands = Commandes :
cli-help-arguments = Arguments :
cli-help-options = Options :
cli-help-more = Pour l’aide : { $command }

## Commande mal écrite

usage-unknown-argument = L’option ou l’argument « { $argument } » est inconnu ici.
usage-unknown-command = La commande « { $command } » est inconnue.
usage-did-you-mean = Vouliez-vous dire « { $suggestion } » ?
usage-missing = Il manque : { $arguments }.
usage-missing-command = Il manque une commande : { $commands }.
usage-missing-value = L’option { $argument } attend une valeur.
usage-bad-value = « { $value } » ne convient pas à { $argument }.
usage-possible = Possibles : { $values }.
usage-conflict = { $argument } ne va pas avec { $other }.
usage-too-many = « { $value } » est de trop pour { $argument }.
usage-twice = { $argument } est donné plusieurs fois.
usage-not-text = Un argument n’est pas du texte lisible.
usage-other = La commande n’est pas comprise.
usage-role = « { $role } » n’est pas un rôle : écrivez student, coder ou director.
usage-since = « { $text } » n’est ni un jour (2026-03-01), ni un instant, ni une opération.
usage-identifier = « { $text } » n’est pas un identifiant.
usage-group = « { $text } » n’est pas un champ : prenez celui que merge affiche, par exemple code.name.
usage-place = Pour replacer un extrait, il faut l’extrait, le début et la fin.
usage-merge = Il faut l’autre copie de l’étude, ou --take-back.

## En-têtes de tableaux

column-name = Nom
column-id = Identifiant
column-date = Date
column-duration = Durée
column-status = Statut
column-words = Mots
column-turns = Tours
column-passages = Extraits
column-readings = Relectures
column-participants = Participants
column-speaker = Locuteur
column-role = Rôle
column-code =
    { $method ->
        [thematic] Code
       *[grounded] Étiquette
    }
column-definition = Définition
column-own = Propres
column-total = Total
column-coder = Codeur
column-interview = Entretien
column-quote = Extrait
column-start = Début
column-end = Fin
column-state = État
column-when = Quand
column-who = Qui
column-what = Quoi
column-file = Fichier
column-warnings = Avertissements
column-kind = Sorte
column-level = Niveau
column-layer = Couche
column-finished = Codage terminé
column-interviews = Entretiens
column-proposal = Proposition
column-score = Ressemblance
column-time = Temps
column-text = Texte
column-size = Taille
column-operations = Opérations
column-ours = Ici
column-theirs = Là-bas
column-colour = Couleur

## Messages

cli-created = Étude créée : { $file }
cli-demo-ready = Étude d’exemple prête : { $file }
cli-demo-no-display = Aucun écran : la fenêtre n’est pas ouverte.
cli-imported = { $file } : { $interview }, { turn-count }, { $words }
cli-import-failed = { $file } : { $reason }
cli-codings-imported =
    { $method ->
        [thematic]
            { $n ->
                [one] { $n } extrait codé importé
               *[other] { $n } extraits codés importés
            }
       *[grounded]
            { $n ->
                [one] { $n } extrait étiqueté importé
               *[other] { $n } extraits étiquetés importés
            }
    }
cli-undone = Annulé : { $what }
cli-redone = Rétabli : { $what }
cli-finished = Codage de l’entretien { $interview } terminé.
cli-reopened = Codage de l’entretien { $interview } rouvert.
cli-reading-noted = Relecture de l’entretien { $interview } notée.
cli-check-sound = Étude saine : { $n } opérations relues.
cli-check-findings =
    { $n ->
        [one] { $n } point à regarder
       *[other] { $n } points à regarder
    }
cli-nothing-to-show = Rien à montrer.
cli-error = Erreur : { $what }
cli-warning = Attention : { $what }
cli-undoes = annule { $what }
cli-demo-here = Le fichier { $file } est nouveau : rien n’a été remplacé.
cli-demo-passages = Extraits des entretiens codés par deux personnes — communs : { $both } ; par { $first-coder } seulement : { $first } ; par { $second-coder } seulement : { $second }.
cli-window-failed = La fenêtre n’a pas pu s’ouvrir ({ $reason }). { $command } montre ce que l’on peut faire ici.
cli-no-display = Aucun écran : la fenêtre ne peut pas s’ouvrir. { $command } montre ce que l’on peut faire ici.
cli-reading-file = Lecture : { $file }
cli-import-partly =
    { $n ->
        [one] { $n } fichier refusé sur { $n-total } ; les autres sont dans l’étude.
       *[other] { $n } fichiers refusés sur { $n-total } ; les autres sont dans l’étude.
    }
cli-import-nothing = Aucun fichier n’a été importé.
cli-import-would-be = { $file } : deviendrait { $interviews }.
cli-import-preview-nothing = Rien à importer.
cli-import-same-as = { $label } : sans doute { $other } (--unite-spellings).
cli-speakers-corrected = Locuteurs de l'entretien { $interview } corrigés.
cli-basis = Analyse de référence : { $coders } ; couche : { $layer }.
cli-basis-n = N = { $n } (codage terminé), sur { $n-total } entretiens analysés.
cli-basis-reference = mise en accord, sinon codeur principal
cli-basis-agreed = mise en accord
cli-basis-everybody = tout le monde
cli-nothing-agreed = Aucun entretien n’a encore de mise en accord : choisissez un codeur avec --coder.
cli-bench-no-part = Il n’y a pas de mesure « { $name } » : choisissez parmi { $known }.
cli-bench-nothing-to-code = Rien à mesurer : il faut au moins un entretien où parle un participant, et une étiquette.
cli-bench-silent = L’étude ne répond pas : la mesure est arrêtée.
cli-text-replaced = Texte de l’entretien { $interview } remplacé. Extraits déplacés : { $moved } ; modifiés : { $changed } ; à replacer : { $to-place }.
cli-placed = Extrait replacé : { $quote }
cli-codes-imported = Livret lu : { code-count } en plus.
cli-participants-imported =
    { $n ->
        [one] Tableau lu : { $n } participant.
       *[other] Tableau lu : { $n } participants.
    }
cli-nothing-new = Rien de nouveau : tout y est déjà.
cli-codings-new-member = « { $name } » n’était pas de l’équipe et la rejoint comme codeur. Si c’est une faute de frappe, annulez (ancrage undo), corrigez le tableau et reprenez.
cli-readings-imported =
    { $n ->
        [one] { $n } lecture sans extrait notée.
       *[other] { $n } lectures sans extrait notées.
    }
cli-merged =
    { $n ->
        [one] { $n } opération reçue.
       *[other] { $n } opérations reçues.
    }
cli-merge-plan =
    { $n ->
        [one] { $n } opération viendrait ; rien n’a été changé.
       *[other] { $n } opérations viendraient ; rien n’a été changé.
    }
cli-merge-new = Nouveau : { $what }.
cli-merge-conflicts = Divergences, à trancher avec settle :
cli-merge-same = Doublons possibles, à réunir avec unite :
cli-merge-to-place = { $n } à replacer : voir place.
cli-taken-back =
    { $n ->
        [one] Fusion défaite : { $n } opération retirée.
       *[other] Fusion défaite : { $n } opérations retirées.
    }
cli-settled = Divergence tranchée sur { $name } ({ $group }).
cli-united = Réunis sous le nom { $name }.
cli-purge-ask = Effacer pour toujours les paroles du participant { $participant }, ici, dans les sauvegardes et dans les copies qui fusionneront ? Tapez son nom pour confirmer :
cli-purge-not-confirmed = Rien n’a été effacé : le nom n’a pas été confirmé (sans terminal, ajoutez --yes).
cli-purged =
    { $n ->
        [one] Données effacées : { $n } opération blanchie.
       *[other] Données effacées : { $n } opérations blanchies.
    }
cli-purge-decide = Textes qui peuvent répéter ces paroles, à relire :
cli-backup-made = Sauvegarde faite : { $id }
cli-backup-restored = Sauvegarde restaurée : { $file }
cli-exported =
    { $n ->
        [one] { $file } : { $n } ligne.
       *[other] { $file } : { $n } lignes.
    }
cli-export-onto-project = { $file } est un fichier d’étude : choisissez un autre nom.
cli-export-no-such-form = « { $what } » n’existe pas en { $format }. Ce format offre : { $offers }.
cli-output-broken = La sortie ne se laisse pas écrire : { $reason }.
cli-status-withdrawn = retiré
cli-version = { -ancrage } { $version }

## Vérification

check-database = la base de données est abîmée : { $reason }
check-dangling-row = une ligne du tableau { $table } ne mène à rien
check-operation = l’opération { $op } ne se laisse pas lire : { $reason }
check-journal = le journal compte { $found } opérations, et non les { $noted } notées
check-counter = l’opération { $op } remplace { $base }, qui ne la précède pas
check-record = l’élément { $record } n’est pas ce que dit le journal
check-blob = le contenu { $digest } est abîmé
check-original-missing = le fichier d’origine manque pour l’entretien { $interview }
check-text-missing = le texte { $revision } manque
check-text-differs = le texte { $revision } n’est pas celui qui était attendu
check-place = la place notée pour l’extrait { $coding } est impossible
check-not-purged = l’opération { $op } contient encore des mots retirés
check-quote = l’extrait { $coding } ne dit pas ce que le texte dit à sa place
check-conflict = deux versions à départager : « { $record } » ({ $field })
check-dangling = « { $record } » renvoie à un élément supprimé ou absent ({ $field })
check-circle = « { $record } » fait partie d’une boucle : son lien ({ $field }) est laissé de côté

## Recherche

cli-argument-query = Mots, "une expression", dé*, mot~, -mot, OU, /regex/
cli-option-speaker = Les paroles des participants (par défaut), de tous (all), des enquêteurs (interviewers), ou d'un participant
cli-option-only-interviews = Seulement cet entretien ; peut se répéter
cli-option-attribute-value = Seulement les participants dont une caractéristique a cette valeur : Sexe=femme
cli-option-exact = Accents et forme exacts, à la casse près
cli-option-search-in = Où chercher : texts (par défaut), memos, codes
cli-option-coded = Seulement dans les extraits codés ainsi ; peut se répéter
cli-option-not-coded = Seulement hors des extraits codés ainsi ; peut se répéter
cli-option-hits-order = Ordre du texte (text, par défaut) ou par pertinence (rank)
cli-option-search-limit = Combien de résultats montrer (50 par défaut) ; les totaux portent sur tous
cli-option-context = Combien de caractères de contexte de chaque côté (40 par défaut)
cli-option-hits-csv = Écrire un tableau CSV sur la sortie standard
cli-option-by-attribute = Comparer les groupes que forme cette caractéristique
cli-option-stop-list = Les mots à ne pas compter, à la place de la liste fournie : un ou plusieurs par ligne
cli-option-show-stop = Montrer la liste de mots fournie, pour la modifier
cli-search-found =
    { $count ->
        [0] Aucune occurrence.
        [one] { $count } occurrence
       *[other] { $count } occurrences
    }
cli-search-shown = { $count } montrées : --limit en montre davantage.
cli-search-both-coded = --coded et --not-coded ne vont pas ensemble.
cli-search-attribute = « { $typed } » : écrivez une caractéristique et sa valeur, comme Sexe=femme. Caractéristiques connues : { $known }.
column-before = Avant
column-after = Après
column-term = Mot
column-forms = Formes
column-log-likelihood = G²
column-most-in = Surtout chez

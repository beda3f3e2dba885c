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
cli-reading = Noter une relecture
cli-search = Chercher dans les verbatims
cli-log = Montrer le journal des opérations
cli-undo = Annuler la dernière opération
cli-redo = Rétablir l’opération annulée
cli-merge = Fusionner une autre copie de l’étude
cli-settle = Trancher une divergence
cli-unite = Réunir deux éléments
cli-backup = Lister, faire ou restaurer des sauvegardes
cli-check = Vérifier l’intégrité de l’étude
cli-export = Exporter
cli-purge = Effacer les données d’un participant qui se retire
cli-bench = Mesurer les opérations principales
cli-generate = Fabriquer une étude de synthèse
cli-completions = Écrire les complétions pour un interpréteur de commandes

## Aide : options communes

cli-option-json = Écrire un seul document JSON sur la sortie standard
cli-option-as = Qui agit (nom ou identifiant d’un membre)
cli-option-lang = Langue des messages : fr ou en
cli-argument-project = Fichier de l’étude (.ancrage)
cli-argument-files = Fichiers à importer
cli-argument-interview = Nom ou identifiant d’un entretien

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

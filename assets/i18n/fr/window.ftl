### Fenêtre : menus, panneaux, boutons, barre d’état.
###
### Le français est la source. On tape des espaces et des apostrophes ordinaires : la construction pose
### les espaces insécables devant ; : ! ? % » et après «, l’apostrophe ’ et les points de suspension ….
### Les variables $n, $count, $n-… et celles que l’on accorde ([one]…) sont des nombres ; les autres, du texte.
### Chaque message existe dans le fichier anglais de même nom, avec les mêmes variables.
### $method vaut « grounded » (étiquette) ou « thematic » (code) : un mot par chose, selon la méthode.

## Nom de l’application

-ancrage = Ancrage
app-name = { -ancrage }
app-purpose = L’analyse d’entretiens par théorisation ancrée
window-title = { $study } — { -ancrage }

## Rail des étapes : nom, et à quoi l’étape servira (.purpose)

rail-heading = Le travail par étapes
rail-collapse = Replier le rail
rail-expand = Déplier le rail
rail-study = Étude
    .purpose = La question, l’équipe et les critères : ce qui situe tout le reste.
rail-interviews = Entretiens
    .purpose = Lire les verbatims et étiqueter ce qui s’y dit.
rail-codes =
    { $method ->
        [thematic] Codes
       *[grounded] Étiquettes
    }
    .purpose =
        { $method ->
            [thematic] Nommer, définir, regrouper : les codes et leurs extraits.
           *[grounded] Nommer, définir, regrouper : les étiquettes et leurs extraits.
        }
rail-categories =
    { $method ->
        [thematic] Thèmes et arbre
       *[grounded] Catégories et schéma
    }
    .purpose =
        { $method ->
            [thematic] Rassembler les codes en thèmes et dessiner l’arbre thématique.
           *[grounded] Rassembler les étiquettes en catégories, décrire leurs propriétés et les relier en un schéma.
        }
rail-double-coding = Double codage
    .purpose = Coder à deux sans se voir, mesurer l’accord, trancher ce qui diffère.
rail-saturation = Saturation
    .purpose = Montrer à partir de quel entretien plus rien de nouveau n’apparaît.
rail-search = Recherche
    .purpose = Retrouver un mot, une expression, dans tous les verbatims.
rail-memos = Mémos
    .purpose = Écrire ce que l’on pense pendant que l’on analyse, et le dater.
rail-writing = Rédaction
    .purpose = Prendre pour la thèse les extraits, les figures, le livret et les annexes.
rail-guide = Guide d’entretien
rail-journal = Journal

## Barre du haut

top-palette = Chercher ou agir…
top-member = Vous travaillez sous le nom { $member }
top-no-study = Aucune étude ouverte

## Menu Fichier

menu-file = Fichier
menu-new-study = Nouvelle étude…
menu-open = Ouvrir…
menu-open-recent = Études récentes
menu-example = Ouvrir l’étude d’exemple
menu-import-interviews = Importer des entretiens…
menu-import-codings =
    { $method ->
        [thematic] Importer des extraits codés…
       *[grounded] Importer des extraits étiquetés…
    }
menu-import-codes =
    { $method ->
        [thematic] Importer un livret de codes…
       *[grounded] Importer un livret d’étiquettes…
    }
menu-import-participants = Importer les participants…
menu-export = Exporter…
menu-write-memo = Écrire un mémo…
menu-favourite =
    { $method ->
        [thematic] Donner un chiffre au code choisi, ou le reprendre
       *[grounded] Donner un chiffre à l'étiquette choisie, ou le reprendre
    }
menu-rename-interview = Renommer l'entretien…
menu-exclude-interview = Exclure l'entretien, ou le reprendre…
notice-favourite = « { $label } » : touche { $key }
notice-favourite-free = « { $label } » n'a plus de touche
menu-save-copy = Enregistrer une copie…
menu-backups = Sauvegardes…
backups-title = Sauvegardes
backups-hint = Une par jour, et une avant chaque acte qui ne s’annule pas. Restaurer fait une copie : l’étude ouverte ne change pas.
backups-looking = Lecture des sauvegardes…
backups-none = Aucune sauvegarde pour l’instant.
backups-now = Sauvegarder maintenant
backups-restore = Restaurer dans une copie…
backup-daily = du jour
backup-asked = demandée
backup-before = avant un changement
size-kilobytes = { $n } Ko
menu-theme-as-system = Clair ou sombre comme le système
menu-contrast = Contraste renforcé
menu-still = Réduire les animations
menu-close-study = Fermer l’étude
menu-quit = Quitter

## Menu Édition

menu-edit = Édition
menu-coding =
    { $method ->
        [thematic] Codage
       *[grounded] Étiquetage
    }
menu-interview = Entretien
menu-steps = Étapes
menu-switch-layer = Changer de couche (expérientielle, thématique)
menu-layers-apart = Montrer les couches à part ou ensemble
menu-next-panel = Panneau suivant
menu-undo = Annuler
menu-undo-what = Annuler : { $what }
menu-redo = Rétablir
menu-redo-what = Rétablir : { $what }
menu-copy = Copier
menu-find = Rechercher…
menu-palette = Toutes les commandes…

## Menu Affichage

menu-view = Affichage
menu-reading-mode = Mode lecture
menu-theme = Apparence
menu-theme-light = Clair
menu-theme-dark = Sombre
menu-theme-system = Comme le système
menu-switch-theme = Clair ou sombre
menu-switch-language = English (changer de langue)
menu-language = Langue
menu-zoom-in = Agrandir
menu-zoom-out = Réduire
menu-zoom-reset = Taille normale
menu-show-rail = Afficher le rail
menu-show-codes =
    { $method ->
        [thematic] Afficher les codes
       *[grounded] Afficher les étiquettes
    }

## Menu Aide

menu-help = Aide
menu-shortcuts = Raccourcis clavier
menu-about = À propos d’{ -ancrage }

## Touches, telles qu’on les lit sur un clavier français

key-ctrl = Ctrl
key-command = Cmd
key-shift = Maj
key-alt = Alt
key-enter = Entrée
key-escape = Échap
key-delete = Suppr
key-space = Espace
key-tab = Tab
key-page-up = Page préc.
key-page-down = Page suiv.

## Boutons communs

button-ok = D’accord
button-cancel = Abandonner
button-close = Fermer
button-apply = Appliquer
button-create = Créer
button-delete = Supprimer
button-rename = Renommer
button-add = Ajouter
button-choose-file = Choisir un fichier…
button-retry = Réessayer
button-details = Détails
button-back = Retour
button-continue = Continuer

## Barre d’état

status-saved-now = Enregistré à l’instant
status-saved-at = Enregistré à { $time }
status-saving = Enregistrement…
status-not-saved = Pas enregistré
status-index-ready = Index à jour
status-index-running = Index en cours…
status-undo-hint = Annuler : { $what }
status-nothing-to-undo = Rien à annuler
status-zoom = { $n } %
status-synchronised-short = dossier synchronisé
status-synchronised-folder = Cette étude est dans un dossier synchronisé : ne l’ouvrez que sur un ordinateur à la fois.

## Accueil : aucune étude ouverte

welcome-title = Bienvenue dans { -ancrage }
welcome-purpose = Importez vos verbatims, étiquetez-les, comparez, écrivez : tout reste ancré dans le texte.
welcome-new = Commencer une étude
welcome-open = Ouvrir une étude
welcome-example = Découvrir avec l’étude d’exemple
welcome-example-hint = Huit entretiens inventés, déjà étiquetés en partie ; vous pouvez tout essayer, tout se défait.

## Étude : création et fiche

study-new-title = Nouvelle étude
study-title = Titre de l’étude
study-title-hint = Renoncer aux soins en zone rurale
study-question = Question de recherche
study-method = Méthode
study-participants-noun = Comment nommez-vous vos participants ?
study-participants-noun-hint = EMG, MG, P…
study-your-name = Votre nom
study-your-name-hint = Celui qui signera vos étiquettes.
study-file = Fichier de l’étude
study-create = Créer l’étude
study-team = Équipe
study-add-member = Ajouter une personne
study-member-role = Rôle
study-criteria = Critères d’inclusion et d’exclusion
study-empty-team = Pour l’instant, l’équipe ne compte que vous. Ajoutez la direction de thèse et la personne qui codera en second.

## Entretiens : liste

interviews-title = Entretiens
interviews-filter = Filtrer les entretiens
interviews-sort = Trier les entretiens
interviews-sort-study = Dans l’ordre de l’étude
interviews-sort-name = Par nom
interviews-sort-date = Par date
interviews-sort-passages = Par nombre d’extraits
interviews-sort-state = Ce qui reste à faire d’abord
interviews-no-match = Aucun entretien de ce nom.
view-options = Montrer
view-options-name = Ce que le texte montre : couches et codeurs
view-options-now = Montrer : { $what }
view-layer-short-experiential = expérientielle
view-layer-short-thematic = thématique
view-layers = Couche où j’écris
view-layer-experiential = Expérientielle : ce que vit la personne
view-layer-thematic = Thématique : ce dont elle parle
view-both-layers = Montrer les deux couches ensemble
view-coders = Extraits de
view-everybody = Tout le monde
view-everything = tout
view-turn-numbers = Numéroter les tours de parole
view-ask-readings = Rappeler de lire deux fois avant de commencer
reading-reminder =
    { $n ->
        [0] Deux lectures entières avant de commencer : aucune n’est notée.
       *[other] Deux lectures entières avant de commencer : une est notée.
    }
interviews-empty = Aucun entretien pour l’instant.
interviews-empty-purpose = Importez vos verbatims (Word, LibreOffice, texte, sous-titres) : les tours de parole sont reconnus, rien n’est réécrit.
interviews-import = Importer des entretiens
interviews-select = Choisissez un entretien pour le lire.
interview-open = Ouvrir { $interview }
interview-rename = Renommer l’entretien
interview-finish = Codage terminé
interview-reopen = Rouvrir le codage
interview-next = Entretien ou onglet suivant
interview-previous = Entretien ou onglet précédent
interview-name = Nom de l’entretien
interview-rename-ask = Renommer…
interview-exclude-ask = Exclure de l’analyse…
exclude-reason = Raison
exclude-hint =
    { $method ->
        [thematic] Ses codes restent lisibles, mais ne comptent plus. On peut le reprendre à tout moment.
       *[grounded] Ses étiquettes restent lisibles, mais ne comptent plus. On peut le reprendre à tout moment.
    }
reading-hint = Une relecture entière, datée d’aujourd’hui. La durée est facultative.
reading-minutes = Durée (45, 1 h 05)
interview-note-reading = Noter une relecture
interview-exclude = Exclure de l’analyse
interview-include = Reprendre dans l’analyse
interview-excluded-since = { $reason } depuis le { $date }
interview-progress =
    { $method ->
        [thematic] { $n } % du texte est codé
       *[grounded] { $n } % du texte est étiqueté
    }
interview-date = Date
interview-duration = Durée
interview-place = Lieu

## Texte d’un entretien

transcript-label = Verbatim : { $interview }
transcript-empty = Ce texte est vide.
transcript-no-turns = Aucun locuteur reconnu : tout le texte est montré tel quel.
transcript-go-to = Aller au passage
transcript-go-to-turn = Aller à un tour de parole…
go-to-turn-hint = Le numéro du tour, ou un moment de l’enregistrement (12:11).
go-to-turn-field = Tour ou moment
go-to-turn-unknown = Aucun tour à cet endroit.
transcript-correct = Corriger le texte…
menu-of-text = Le texte
correction-done = Corriger
correction-mask = Masquer par ***
correction-mask-hint = Remplace les mots choisis par ***.
correction-keys = Ctrl Entrée corrige, Échap abandonne.
correction-speaker = Qui parle
correction-field = Texte du tour de parole
mask-ask = Masquer un nom partout…
mask-title = Masquer un nom
mask-hint = Le nom et ses variantes deviennent ***, en une seule correction que l’on peut annuler. Les extraits suivent.
mask-names = Nom, prénom (séparés par des virgules)
mask-everywhere = Dans tous les entretiens
mask-looking = Recherche…
mask-none = Ce nom ne se trouve pas.
mask-variant = { $written } ({ $count })
mask-done =
    { $count ->
        [one] Masquer { $count } fois
       *[other] Masquer { $count } fois
    }
mask-forget = Oublier la version non masquée…
mask-forget-ask = Oublier la version non masquée…
forget-title = Oublier la version non masquée ?
forget-hint = Le texte d’avant, le fichier importé et les noms remplacés quittent ce projet et ses sauvegardes. Cela ne s’annule pas.
forget-done = Oublier définitivement
forget-quotes = Ces textes citent peut-être encore ce qui a été masqué. Relisez-les.
to-place-title =
    { $n ->
        [one] { $n } extrait à replacer
       *[other] { $n } extraits à replacer
    }
to-place-hint = Une correction a fait disparaître leurs mots. Rien n’est déplacé sans vous.
to-place-proposal = Peut-être ici : « { $quote } » ({ $n } %)
to-place-no-proposal = Aucun passage ne lui ressemble.
to-place-accept = Replacer ici
to-place-look = Aller voir
to-place-here = Sur les mots choisis
transcript-copy-quote = Copier l’extrait
transcript-show-interviewer = Montrer l’enquêteur
transcript-overview = Vue d’ensemble des extraits
passage-apply-code =
    { $method ->
        [thematic] Coder ce passage
       *[grounded] Étiqueter ce passage
    }
passage-apply-last = Appliquer encore « { $code } »
passage-last-code =
    { $method ->
        [thematic] Appliquer encore le dernier code
       *[grounded] Appliquer encore la dernière étiquette
    }
passage-in-vivo =
    { $method ->
        [thematic] Coder par ses propres mots (in vivo)
       *[grounded] Étiqueter par ses propres mots (in vivo)
    }
passage-remove =
    { $method ->
        [thematic] Retirer ce code
       *[grounded] Retirer cette étiquette
    }
passage-recode =
    { $method ->
        [thematic] Changer de code…
       *[grounded] Changer d’étiquette…
    }
passage-move-edges = Déplacer les bords
passage-comment = Commenter
passage-comment-ask = Commenter…
passage-memo = Écrire un mémo…
passage-decided = Décision prise
passage-undecided = À décider plus tard
passage-show-code = Voir tous ses extraits
passage-open-coding =
    { $method ->
        [thematic] Codage ouvert : proposer un code à chaque passage choisi
       *[grounded] Codage ouvert : proposer une étiquette à chaque passage choisi
    }
passage-join =
    { $method ->
        [thematic] Réunir les passages de ce code qui se chevauchent
       *[grounded] Réunir les passages de cette étiquette qui se chevauchent
    }
passage-join-short = Les réunir
comment-hint = Une phrase pour vous : elle se lit au survol du passage.
comment-field = Commentaire
code-to-decide = à décider
passage-decide-later = Décider plus tard
passage-coded-by = { $code }, par { $coder }
passage-codes-here =
    { $n ->
        [one] { $n } extrait ici
       *[other] { $n } extraits ici
    }
selection-words =
    { $n ->
        [one] { $n } mot choisi
       *[other] { $n } mots choisis
    }
filter-coders = Codeurs
filter-codes =
    { $method ->
        [thematic] Codes montrés
       *[grounded] Étiquettes montrées
    }
filter-all = Tout montrer

## Étiquettes (codes) : arbre

codes-filter = Filtrer
codes-new =
    { $method ->
        [thematic] Nouveau code
       *[grounded] Nouvelle étiquette
    }
codes-new-under =
    { $method ->
        [thematic] Nouveau code sous « { $code } »
       *[grounded] Nouvelle étiquette sous « { $code } »
    }
codes-empty =
    { $method ->
        [thematic] Aucun code pour l’instant.
       *[grounded] Aucune étiquette pour l’instant.
    }
codes-empty-purpose =
    { $method ->
        [thematic] Choisissez un passage dans un entretien et tapez les premiers mots d’un code.
       *[grounded] Choisissez un passage dans un entretien et dites en quelques mots ce que vit la personne.
    }
codes-no-match = Rien ne correspond à « { $filter } ».
codes-rename = Renommer
codes-define = Définir…
codes-colour = Couleur
codes-merge-into = Fusionner avec…
codes-merge-confirm = Fusionner « { $from } » dans « { $into } » ? Les extraits suivent ; on peut l’annuler.
codes-delete = Supprimer
codes-delete-confirm =
    { $n ->
        [0] Supprimer « { $code } » ? Aucun extrait n’en dépend.
        [one] Supprimer « { $code } » ? Son extrait reste lisible comme supprimé ; on peut l’annuler.
       *[other] Supprimer « { $code } » ? Ses { $n } extraits restent lisibles comme supprimés ; on peut l’annuler.
    }
codes-move-to-root = Déplacer au premier niveau
codes-under-key = { $code }, touche { $key }
codes-favourite = Garder sous la touche { $key }
codes-favourite-leave = Libérer la touche { $key }
code-definition = Définition
code-definition-hint = Ce que cela recouvre, ce que cela ne recouvre pas.
code-name =
    { $method ->
        [thematic] Nom du code
       *[grounded] Nom de l’étiquette
    }

## Choix d’une étiquette sur le passage choisi

picker-title =
    { $method ->
        [thematic] Coder le passage
       *[grounded] Étiqueter le passage
    }
picker-question =
    { $layer ->
        [thematic] De quoi parle-t-elle ?
       *[experiential] Que vit cette personne ?
    }
picker-create = Créer « { $name } »
picker-create-under = Créer « { $name } » dans { $under }
picker-taken = Déjà donné : { $codes }
picker-hint-recode = Entrée change, Échap ferme.
picker-hint = Entrée applique, Maj Entrée applique et continue, Échap ferme.
picker-recent =
    { $method ->
        [thematic] Derniers codes
       *[grounded] Dernières étiquettes
    }
picker-no-match = Rien de ce nom : Ctrl Entrée le crée.

## Extraits d’une étiquette

passages-title = Extraits : « { $code } »
passages-empty = Aucun extrait pour l’instant.
passages-choose =
    { $method ->
        [thematic] Choisissez un code pour lire ses extraits.
       *[grounded] Choisissez une étiquette pour lire ses extraits.
    }
passages-with-children =
    { $method ->
        [thematic] Avec les sous-codes
       *[grounded] Avec les étiquettes rangées dessous
    }
passages-to-place = À replacer
passages-copy = Copier les extraits
passages-quote = « { $quote } »

## Recherche

search-hint = Un mot, "une expression", dé*, -sauf
search-empty = Tapez un mot pour le retrouver dans tous les entretiens.
search-none = Aucune occurrence de « { $query } ».
search-occurrences =
    { $n ->
        [one] { $n } occurrence
       *[other] { $n } occurrences
    }
search-exact = Accents et forme exacts
search-help = Une expression entre guillemets se cherche telle quelle ; dé* trouve ce qui commence ainsi ; -mot écarte ; OU réunit ; mot~ tolère une faute ; /…/ est une expression régulière.
search-none-advice = Vérifiez l'orthographe, essayez le début du mot suivi de *, ou cherchez aussi dans les questions des enquêteurs.
search-in-memos = Aussi dans les mémos
search-in-codes =
    { $method ->
        [thematic] Aussi dans les codes
       *[grounded] Aussi dans les étiquettes
    }
search-ranked = Les plus pertinents d'abord
search-saved = Recherches gardées :
search-forget = Oublier la recherche « { $query } »
search-keep = Garder cette recherche
search-like = Passages proches de « { $passage } »
search-like-end = Revenir aux mots
search-in-turns =
    { $count ->
        [one] { $occurrences } dans { $count } tour de parole
       *[other] { $occurrences } dans { $count } tours de parole
    }
search-of-people =
    { $count ->
        [one] { $found }, { $count } participant
       *[other] { $found }, { $count } participants
    }
search-first-shown = Les { $count } premières sont montrées.
search-by-interview = Par entretien
search-concordance = Mots en contexte
search-sorted-left = Triés par la gauche
search-sorted-right = Triés par la droite
search-by-participant = Par participant
search-go-to = Aller à ce passage ({ $interview })
search-everywhere = Rechercher partout
search-similar = Passages proches de celui-ci
search-code-all =
    { $method ->
        [thematic] Coder tous les résultats…
       *[grounded] Étiqueter tous les résultats…
    }
search-unit-turn = Le tour de parole entier
search-unit-sentence = La phrase
search-unit-words = Les mots trouvés
search-passages =
    { $method ->
        [thematic] { $count ->
            [one] { $count } extrait à coder
           *[other] { $count } extraits à coder
        }
       *[grounded] { $count ->
            [one] { $count } extrait à étiqueter
           *[other] { $count } extraits à étiqueter
        }
    }
search-code-with =
    { $method ->
        [thematic] Avec quel code ?
       *[grounded] Avec quelle étiquette ?
    }
search-code-them =
    { $method ->
        [thematic] { $count ->
            [one] Coder { $count } extrait
           *[other] Coder { $count } extraits
        }
       *[grounded] { $count ->
            [one] Étiqueter { $count } extrait
           *[other] Étiqueter { $count } extraits
        }
    }
search-code-new = Créer « { $name } » et l'appliquer
search-filter-voices = Qui parle
search-voices-participants = les participants
search-voices-all = tout le monde
search-voices-interviewers = les enquêteurs
search-filter-all = tous
search-filter-chosen =
    { $count ->
        [one] { $count } choisi
       *[other] { $count } choisis
    }
search-filter-coded = Où
search-coded-anywhere = partout
search-coded-inside =
    { $method ->
        [thematic] dans les extraits codés
       *[grounded] dans les extraits étiquetés
    }
search-coded-outside =
    { $method ->
        [thematic] hors des extraits codés
       *[grounded] hors des extraits étiquetés
    }
search-filter-code =
    { $method ->
        [thematic] Code
       *[grounded] Étiquette
    }
search-code-any =
    { $method ->
        [thematic] n'importe lequel
       *[grounded] n'importe laquelle
    }
search-layer-any = les deux
search-filters-clear = Effacer les filtres
terms-title = Les mots les plus dits
terms-of =
    { $count ->
        [one] sur { $count } mot
       *[other] sur { $count } mots
    }
terms-ignored = Mots ignorés…
terms-ignored-title = Mots ignorés
terms-ignored-hint = Un mot par ligne, ou séparés par des espaces ; ce qui suit # est une remarque. La liste est gardée avec l'étude.
terms-ignored-shipped = Reprendre la liste fournie
find-in-text = Rechercher dans ce texte
find-place = { $n } sur { $count }
find-none = Rien dans ce texte
find-next = Suivant
find-previous = Précédent

## Mémos

memos-new = Nouveau mémo
memos-empty = Aucun mémo pour l’instant.
memos-empty-purpose = Une idée, un doute, une comparaison : écrivez-la pendant qu’elle est fraîche.
memo-title = Titre du mémo
memo-body = Texte du mémo

## Journal

journal-title = Journal des opérations
journal-empty = Rien n’a encore été fait dans cette étude.
journal-undone = annulé depuis

## Copies, divergences

conflict-title = Deux versions
conflict-kept = Garder la version signée { $member }
conflict-purpose = Deux personnes ont modifié la même chose sans se voir. Les deux versions restent lisibles jusqu’à ce que vous tranchiez.

## Palette, raccourcis, à propos

palette-hint = Tapez ce que vous voulez faire
palette-none = Aucune commande de ce nom.
shortcuts-title = Raccourcis clavier
shortcuts-hint = Appuyez sur des touches pour les changer ; Retour arrière les enlève.
shortcuts-press = Appuyez sur les touches…
shortcuts-change = Changer les touches : { $command }
shortcuts-restore = Rétablir
shortcuts-taken = Ces touches servent déjà : { $command }.
shortcuts-in-text = Dans le texte
shortcuts-gestures =
    { $method ->
        [thematic] Une lettre : cherche un code pour les mots choisis. 1 à 9 : codes favoris.
       *[grounded] Une lettre : cherche une étiquette pour les mots choisis. 1 à 9 : étiquettes favorites.
    }
shortcuts-select = Maj et les flèches choisissent ; Ctrl va de mot en mot et de tour en tour. F8 étend au mot, à la phrase, au tour ; Maj F8 revient.
shortcuts-mouse = À la souris : les mots entiers, avec Alt au caractère près ; deux clics un mot, trois une phrase, quatre un tour.
shortcuts-codings = Alt et haut ou bas va d’un extrait à l’autre ; Alt et droite ou gauche déplace sa fin, avec Maj son début.
about-version = Version { $version }
about-licence = Logiciel libre, licences MIT et Apache 2.0.

## Choisir un fichier

file-path = Chemin du fichier
file-path-hint = Collez un chemin, ou déposez un fichier sur la fenêtre.
file-up = Dossier du dessus
file-none = Aucun fichier de ce genre ici.
crash-title = Une partie de la fenêtre a cessé de fonctionner.
crash-safe = Tout ce qui était enregistré l’est toujours : rien n’est perdu.
crash-go-on = Continuer
crash-welcome = Revenir à l’accueil
crash-copy = Copier le détail
crash-job = Ce travail a échoué ; l’étude n’a pas changé. Réessayez, ou continuez autrement.
crash-study = L’étude a cessé de répondre. Tout ce qui était enregistré est dans le fichier : rouvrez-la.
file-drop-here = Déposez les fichiers pour les importer
file-dialog-unavailable = Le sélecteur de fichiers de ce système ne répond pas : collez le chemin du fichier.

## Travaux longs

job-cancel = Interrompre
job-cancelled = Interrompu. Rien n’a changé.
job-progress = { $n } sur { $n-total }
job-running = { $what }…

## Avis au bas de la fenêtre

notice-dismiss = Fermer l'avis
notices-title = Avis reçus
notices-none = Aucun avis depuis l’ouverture.
notice-written = Enregistré : { $path }
notice-imported =
    { $n ->
        [one] { $n } entretien importé
       *[other] { $n } entretiens importés
    }
notice-select-words = Choisissez d'abord des mots dans le texte.
notice-choose-turn = Placez d’abord le curseur dans un tour de parole.
notice-corrected = Texte corrigé.
notice-moved =
    { $n ->
        [one] Texte corrigé : { $n } extrait déplacé avec ses mots.
       *[other] Texte corrigé : { $n } extraits déplacés avec leurs mots.
    }
notice-moved-and-lost = Texte corrigé : { $n-moved } déplacés, { $n-lost } à replacer.
notice-masked = Nom masqué. L’ancien texte reste dans l’historique.
notice-forgotten = La version non masquée est oubliée.
notice-choose-coding =
    { $method ->
        [thematic] Choisissez d’abord un extrait codé : un clic sur ses mots ou dans la marge.
       *[grounded] Choisissez d’abord un extrait étiqueté : un clic sur ses mots ou dans la marge.
    }
notice-no-last-code =
    { $method ->
        [thematic] Aucun code appliqué depuis l’ouverture.
       *[grounded] Aucune étiquette appliquée depuis l’ouverture.
    }
notice-open-coding-on =
    { $method ->
        [thematic] Codage ouvert : chaque passage choisi demande son code.
       *[grounded] Codage ouvert : chaque passage choisi demande son étiquette.
    }
notice-open-coding-off =
    { $method ->
        [thematic] Codage ouvert arrêté.
       *[grounded] Codage ouvert arrêté.
    }
notice-no-overlap =
    { $method ->
        [thematic] Aucun autre passage de ce code ne le chevauche.
       *[grounded] Aucun autre passage de cette étiquette ne le chevauche.
    }
notice-overlap =
    { $method ->
        [thematic] Ce passage en chevauche un autre du même code.
       *[grounded] Ce passage en chevauche un autre de la même étiquette.
    }
notice-who-acts = Qui travaille ? Choisissez votre nom.
member-choose = Je suis { $member }
opening-study = Ouverture de l'étude...
open-path = Ouvrir ce chemin
welcome-recent = Dernière étude : { $file }

## D'autres mots pour trouver une commande

command-also =
    { $command ->
        [import] transcription verbatim fichier docx odt pdf texte word
        [participants] âge sexe caractéristiques tableau excel csv
        [codes] livre livret étiquettes codes taguette nvivo maxqda qdc excel csv
        [export] word excel csv docx xlsx page html annexe verbatims citations tableau extraits directeur envoyer
        [copy] clé usb partager envoyer enregistrer sous
        [backups] restaurer récupérer retrouver version sauvegarder
        [undo] défaire revenir en arrière erreur
        [correct] faute de frappe modifier texte transcription
        [mask] anonymiser anonymisation pseudonymiser
        [forget] anonymiser effacer purger supprimer
        [apply] coder étiqueter étiquette code
        [uncode] supprimer effacer enlever retirer
        [later] doute hésiter plus tard
        [note] note idée commentaire mémo journal de bord
        [exclude] retirer un participant exclure supprimer un entretien retrait consentement
        [finish] terminé fini relu
        [speakers] locuteur interlocuteur enquêteur chercheur intervenant parole
        [search] rechercher trouver mot expression fréquence occurrences
        [journal] historique traçabilité audit opérations dates
        [look] sombre clair nuit contraste couleurs lisible
        [zoom] taille police caractères grossir
        [help] aide touches clavier
        [step-study] participants équipe titre question de recherche avancement
        [step-interviews] transcription verbatim texte lire coder
        [step-codes] livre étiquettes codes arbre fusionner renommer définition
        [step-categories] théorie schéma carte propriétés dimensions relations tri axial regrouper
        [step-double-coding] enveloppe scellée second codeur aveugle tour word kappa accord désaccord comparer mise en accord fusionner réunir copies triangulation
        [step-saturation] courbe suffisance déclarer guest grille
        [step-writing] thèse résultats annexe coreq citations word envoyer
        [step-review] directeur visa signer contresigner relecture commentaires
       *[nothing] –
    }

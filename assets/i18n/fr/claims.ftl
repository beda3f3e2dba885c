### La déclaration de saturation, les visas, la relecture par les directeurs.

## Ce qui a changé depuis une déclaration

claim-today-nothing =
    { $status ->
        [holds] Rien n’a changé depuis : la déclaration tient.
        [contradicted] Rien n’a changé depuis, et la déclaration ne tenait pas : les entretiens de confirmation apportaient { level-count }.
       *[other] Rien n’a changé depuis ; la déclaration n’est pas évaluable.
    }
claim-today-same-curve =
    { $status ->
        [holds] La courbe est la même : la déclaration tiendrait encore.
        [contradicted] La courbe est la même : elle contredisait déjà la déclaration.
       *[other] La courbe est la même, mais la déclaration n’est plus évaluable.
    }
claim-today-changed =
    { $status ->
        [holds] La courbe a changé ; la déclaration tiendrait encore.
        [contradicted] Ne tient plus : les entretiens de confirmation apportent { level-count }.
       *[other] N’est plus évaluable : des entretiens qu’elle couvre ne comptent plus.
    }
claim-change-left-out = { $interview } n’est plus dans l’analyse.
claim-change-reopened = Le codage est rouvert, ou n’est plus terminé : { $interview }.
claim-change-reordered = Ses entretiens se suivent maintenant dans un autre ordre.
claim-change-added =
    { $n ->
        [0] { $interview } a été terminé depuis : rien de nouveau.
       *[other] { $interview } a été terminé depuis : { level-count } de plus.
    }
claim-change-recoded = Des extraits ont changé : { $interview }.
claim-change-merged = « { $code } » a été fusionné dans « { $into } ».
claim-change-gone = « { $code } » n’est plus employé dans ces entretiens.
claim-change-created = « { $code } » est apparu dans ces entretiens.
claim-change-density = « { $category } » était { $was }, est maintenant { $is }.
claim-change-argument = L’argument a été récrit.

## En ligne de commande : la courbe

saturation-later =
    { $kind ->
        [created] « { $code } » a été créé le { $day }, après { $after } entretiens codés, puis appliqué à des entretiens déjà terminés.
       *[split] « { $code } » a été scindé le { $day }, après { $after } entretiens codés.
    }
saturation-later-moved = « { $code } » a été déplacé sous « { $into } » le { $day }, après { $after } entretiens codés.
saturation-later-moves = { $n } codes ont été rangés ailleurs dans l’arbre, en dernier le { $day }, après { $after } entretiens codés : la courbe les compte là où ils sont maintenant.
saturation-later-merged = « { $code } » a été fusionné dans « { $into } » le { $day }, après { $after } entretiens codés.
saturation-as-coded = Tel que codé à l’époque : chaque entretien avec les mots qu’il avait quand son codage a été déclaré terminé.
saturation-excluded = Exclus de l’analyse : { $names }.
saturation-withdrawn =
    { $n ->
        [one] { $n } entretien a été retiré de l’étude avec ses paroles : il n’est pas compté.
       *[other] { $n } entretiens ont été retirés de l’étude avec leurs paroles : ils ne sont pas comptés.
    }
saturation-confirming = Entretiens de confirmation : { $names }.
cli-option-as-coded = Tel que codé à l’époque (d’après le journal), et non avec le livre de codes final

## En ligne de commande : déclarations

cli-claim = Déclarer la saturation, ou relire les déclarations
cli-claim-write = Rédiger l’argument, sans rien figer
cli-claim-make = Déclarer : figer courbe, grille et paramètres
cli-claim-check = Recalculer l’empreinte d’une déclaration d’après le journal
cli-claim-withdraw = Retirer une déclaration
cli-claim-sheet = Écrire le dossier (HTML), avec ses figures (SVG) et ses chiffres (CSV) dans un répertoire à côté, ou l’un d’eux seul
cli-argument-claim = La déclaration (identifiant) ; la dernière si rien n’est dit
cli-argument-claim-says = Ce qui est déclaré : 5+2, saturation au 5ᵉ, deux de confirmation
cli-option-argument = L’argument, en quelques phrases
cli-option-argument-file = L’argument, dans un fichier
cli-option-again = La déclaration à refaire (identifiant)
cli-option-sheet-output = Le fichier à écrire : .html, .svg ou .csv
cli-option-figure = La figure : curve, grid ou timeline
cli-option-estimates = Ajouter les estimations, avec leurs réserves
claim-written = Argument enregistré ({ $id }).
claim-made = Déclaré : saturation à l’entretien { $at }, { $confirm } de confirmation. Empreinte { $digest }.
claim-withdrawn = Déclaration retirée.
claim-none = Aucune déclaration.
claim-none-yet = Aucune saturation n’est déclarée dans cette étude : « claim make » la déclare.
claim-reproduced =
    { $reproduced ->
        [same] L’empreinte { $digest } est retrouvée d’après le journal.
        [altered] Ce qui est enregistré ne correspond pas à l’empreinte { $digest } : la déclaration a été altérée.
        [other] D’après le journal, l’empreinte n’est pas celle-ci : { $digest }.
       *[unknown] L’état sur lequel repose l’empreinte { $digest } n’est pas tout entier dans ce fichier.
    }
claim-line = { $at }+{ $confirm }, { $level } · { $state } · empreinte { $digest } · { $day }
claim-state =
    { $state ->
        [draft] en rédaction
        [waiting] visas attendus
        [complete] visas complets
        [refused] refusée, à reprendre
        [altered] modifiée hors d’Ancrage : son empreinte n’est plus la sienne
       *[alone] sans directeur
    }
visa-line =
    { $verdict ->
        [agreed] { $director } : d’accord
        [refused] { $director } : refus
        [hidden] { $director } : avis rendu, visible quand tous l’auront donné
       *[none] { $director } : en attente
    }
visa-entered =
    { $entered ->
        [signed] signé sur son poste
        [signed_elsewhere] signé d’un autre poste que la première fois
        [typed] saisi par { $member }
        [unsigned] sans signature
       *[forged] signature non valable
    }

## En ligne de commande : relecture

cli-review = Relire l’étude d’un étudiant : ce qui a changé, ce qui manque
cli-review-visa = Donner son visa, ou le refuser avec un motif
cli-review-comment = Commenter n’importe quel objet, ou répondre
cli-review-threads = Les discussions, ouvertes ou closes
cli-review-resolve = Clore une discussion, ou la rouvrir
cli-review-share = Partager un mémo avec les directeurs
cli-review-seen = Noter ce qui a été relu, dans l’état où il est
cli-review-page = Écrire la page de relecture (HTML, pseudonymisée, sans réseau)
cli-review-take = Reprendre les réponses d’une page de relecture
cli-review-board = Tableau de bord de plusieurs études
cli-option-agree = D’accord
cli-option-refuse = Refus ; il faut un motif
cli-option-visa-reason = Le motif, ou un mot d’accord
cli-option-for-director = Le directeur dont on saisit le visa
cli-option-proof = Le courriel ou la page signée dont le visa est repris
cli-option-reopen-thread = Rouvrir
cli-option-hide-memo = Ne plus partager
cli-argument-about = L’objet : nom ou identifiant
cli-argument-comment = Le commentaire
cli-argument-thread = La discussion (identifiant de son premier commentaire)
cli-argument-memo = Le mémo : titre ou identifiant
cli-argument-replies = Le fichier de réponses
cli-argument-studies = Les études
cli-option-page-output = La page à écrire
cli-option-page-for = Le directeur à qui elle s’adresse
visa-given =
    { $verdict ->
        [agreed] Visa enregistré : d’accord.
       *[other] Visa enregistré : refus.
    }
comment-made = Commentaire enregistré ({ $id }).
thread-resolved = Discussion close.
thread-reopened = Discussion rouverte.
memo-shared = Mémo partagé avec les directeurs.
memo-unshared = Mémo non partagé.
review-noted = Relecture notée.
review-taken = Relecture reprise (commentaires : { $n-comments }, visas : { $n-visas }).
usage-agree = Dites --agree ou --refuse.
usage-sheet = Un dossier s’écrit en .html, .svg ou .csv.

## L’écran et le dossier

saturation-mark =
    { $kind ->
        [created] + { $code }
        [split] scission : { $code }
        [moved] déplacement : { $code }
       *[merged] fusion : { $code }
    }
saturation-marks = { $n } changements du livre de codes
saturation-claim-word = déclaration
saturation-ongoing = en cours
saturation-timeline =
    { $n-early ->
        [0] Aucun entretien n’a été tenu avant que le précédent soit codé ({ $n-dated } datés).
        [one] { $n-early } entretien sur { $n-dated } a été tenu avant que le précédent soit codé.
       *[other] { $n-early } entretiens sur { $n-dated } ont été tenus avant que le précédent soit codé.
    }
saturation-timeline-none = Il manque des dates d’entretien ou de codage pour les comparer.
saturation-not-reached = pas atteint
saturation-not-assessable = non évaluable ({ $why })
saturation-reached-at = au { $at }ᵉ entretien
saturation-reached-with = au { $at }ᵉ, { $run } de plus
saturation-rule-guest = Guest (base { $base }, fenêtre de { $run }, seuil { $threshold } %)
saturation-rule-francis = Francis ({ $initial } puis { $stop } sans nouveauté)
saturation-rule-share = { $percent } % atteints ({ $level })
saturation-rule-third = Dans trois entretiens ou plus
saturation-rule-single = Dans un seul entretien
saturation-caveats = À lire avec prudence : les entretiens sont choisis, non tirés au sort, et le guide évolue ; ce que l’on code est construit ; à moins de six entretiens les intervalles sont très larges. Ces estimations sont des bornes basses et n’entrent pas dans la déclaration.
saturation-interval = { $value } (de { $low } à { $high }, à 95 %)
saturation-estimate-chao2 = Chao2, borne basse ({ $level })
saturation-estimate-coverage = Couverture
saturation-estimate-next = À attendre du prochain entretien ({ $level })
saturation-estimate-jackknife = Jackknife d’ordre 1
saturation-estimates-none = Rien ne peut être estimé : il faut deux entretiens au moins, et quelque chose de codé à ce niveau.
saturation-estimate-more = En tout, après { $more } entretiens de plus ({ $level })
saturation-strength =
    { $n ->
        [one] Un entretien sans nouveauté n’exclut, à 95 %, qu’un taux de nouveauté supérieur à { $upper }.
       *[other] { $n } entretiens sans nouveauté n’excluent, à 95 %, qu’un taux de nouveauté supérieur à { $upper }.
    }
saturation-curve-title = Du nouveau (barres) et en tout (ligne) : { $level }
saturation-grid-title = Qui apporte quoi
saturation-timeline-title = Entretiens et codages dans le temps
saturation-timeline-key = Carré : entretien tenu. Disque : codage terminé. Carré plein et tireté : tenu avant que le précédent soit codé.
saturation-since = Depuis la déclaration
saturation-estimates-title = Estimations (à lire avec prudence)
saturation-visas = Visas
saturation-no-director = L’étude n’a pas de directeur : ajoutez-le dans l’étape Étude pour demander un visa.
saturation-rules-title = Ce que disent les règles
saturation-notes-title = À savoir
level-many =
    { $level ->
        [property]
            { $method ->
                [thematic] sous-thèmes
               *[grounded] propriétés
            }
        [category] catégories
        [theme] thèmes
       *[label] { code-many }
    }
visa-said =
    { $verdict ->
        [agreed] d’accord, le { $day }
        [refused] refus, le { $day }
        [hidden] avis rendu ; visible quand tous l’auront donné
       *[none] en attente
    }
sheet-title = Dossier de saturation
sheet-claim =
    { $n-confirm ->
        [one] Saturation des { $level } à l’entretien { $at }, { $n-confirm } entretien de confirmation.
       *[other] Saturation des { $level } à l’entretien { $at }, { $n-confirm } entretiens de confirmation.
    }
level-count =
    { $level ->
        [property]
            { $method ->
                [thematic]
                    { $n ->
                        [one] { $n } sous-thème
                       *[other] { $n } sous-thèmes
                    }
               *[grounded]
                    { $n ->
                        [one] { $n } propriété
                       *[other] { $n } propriétés
                    }
            }
        [category]
            { $n ->
                [one] { $n } catégorie
               *[other] { $n } catégories
            }
        [theme]
            { $n ->
                [one] { $n } thème
               *[other] { $n } thèmes
            }
       *[label] { code-count }
    }
sheet-by = Déclaré par { $name } le { $day }.
sheet-order =
    { $order ->
        [date] Entretiens par date.
        [coding] Entretiens dans l’ordre du codage.
       *[list] Entretiens dans un ordre choisi.
    }
sheet-novelties = Ce que chaque entretien apporte
sheet-and-more = { $codes } ; et { $n } de plus
sheet-next = { $list } ; { $one }
sheet-confirming = { $name } (confirmation)
sheet-quiet = { $first } à { $last }
sheet-rows-more =
    { $n ->
        [one] Et { $n } autre, dans le fichier « { $file } ».
       *[other] Et { $n } autres, dans le fichier « { $file } ».
    }
sheet-categories-more =
    { $n ->
        [one] Et { $n } autre, dans le fichier de l’étude.
       *[other] Et { $n } autres, dans le fichier de l’étude.
    }
sheet-key = Point creux : entretien de confirmation selon la déclaration.
sheet-key-set-apart = Crochet sous le nom : entretien désigné comme confirmation.
sheet-key-late = Triangle : changement du livre de codes.
sheet-confirming-word = confirmation
sheet-column-passage = Un extrait
sheet-rules = La courbe, et les règles
sheet-new-after = Du nouveau aux entretiens de confirmation ({ $level })
sheet-orders =
    { $n ->
        [one] Vraie dans le seul ordre possible des entretiens
       *[other] Vraie dans cette part des { $n } ordres d’entretiens essayés
    }
sheet-orders-tried =
    { $how ->
        [all]
            { $n ->
                [one] Vraie dans le seul ordre possible des entretiens
               *[other] Vraie dans cette part des { $n } ordres possibles des entretiens
            }
       *[drawn] Vraie dans cette part de { $n } ordres des entretiens, tirés au sort (graine { $seed })
    }
sheet-categories = Les catégories, une à une
sheet-density-is-not-novelty = La saturation théorique est la densité des catégories, que l’analyste affirme ; la courbe ne montre que l’épuisement des nouveautés.
sheet-column-density = Densité
sheet-column-properties =
    { $method ->
        [thematic] Sous-thèmes
       *[grounded] Propriétés
    }
sheet-column-negative = Cas divergents
sheet-column-last = Enrichie en dernier par
sheet-negative =
    { $searched ->
        [yes]
            { $n ->
                [0] cherchés, aucun.
                [one] cherchés, { $n } trouvé.
               *[other] cherchés, { $n } trouvés.
            }
       *[no]
            { $n ->
                [0] pas encore cherchés.
                [one] { $n } noté.
               *[other] { $n } notés.
            }
    }
sheet-more-changes =
    { $n ->
        [one] et { $n } autre changement
       *[other] et { $n } autres changements
    }
sheet-digest = Empreinte SHA-256 : { $digest }
sheet-written = Figures et chiffres : { $files }.
sheet-folder = { $stem } (figures)
sheet-made-with = Dossier produit le { $day } ; déclaration calculée par Ancrage { $version }. L’empreinte se recalcule d’après le fichier de l’étude.
sheet-file =
    { $figure ->
        [grid] grille
        [timeline] calendrier
       *[curve] courbe
    }
sheet-column-confirming = De confirmation
sheet-column-finished = Codage terminé
sheet-column-early = Tenu avant que le précédent soit codé
sheet-column-all = En tout dans l’entretien
sheet-grid-key = Disque plein : rencontré pour la première fois. Disque creux : rencontré de nouveau.
sheet-grid-show = Montrer la grille
sheet-column-code =
    { $method ->
        [thematic] Code
       *[grounded] Étiquette
    }

## La fenêtre : l’étape Saturation

saturation-empty = Aucun entretien n’est codé jusqu’au bout : déclarez un codage terminé, dans l’étape Entretiens, et la courbe commence.
saturation-by-date = par date d’entretien
saturation-by-coding = par ordre de codage
saturation-by-choice = ordre choisi
saturation-by-choice-hint = L’ordre donné en ligne de commande, ou par une déclaration.
saturation-as-coded-short = tel que codé à l’époque
saturation-described = { $name } : { $n } de nouveau
saturation-choose-bar = Choisissez une barre : ce que l’entretien apporte, et le chemin vers l’extrait.
saturation-brings =
    { $n ->
        [0] { $name } n’apporte rien de nouveau.
       *[other] { $name } apporte ({ $n }) :
    }
saturation-open-interview = Ouvrir l’entretien
saturation-show-grid = qui apporte quoi
saturation-show-dates = calendrier
saturation-claim-title = Déclaration
saturation-claim-empty = Dites d’abord, en quelques phrases, pourquoi vos catégories sont étoffées et ce que vous avez cherché qui les contredise. Les chiffres viennent après : la courbe seule ne prouve rien.
saturation-claim-begin = Rédiger la déclaration…
saturation-claim-freeze = Compléter et déclarer…
saturation-claim-again = Déclarer à nouveau…
saturation-claim-is-students = La déclaration revient à l’étudiant ; votre visa et vos commentaires se donnent ici.
saturation-sheet = Produire le dossier…
saturation-digest-short = Le { $day }, par { $name }, empreinte { $digest }…
saturation-visa-reason = Un mot pour l’étudiant ; un refus se motive
saturation-agree = D’accord
saturation-refuse = Refuser
saturation-orders-guest =
    { $n ->
        [one] Guest atteint le seuil, dans le seul ordre possible
       *[other] Guest atteint le seuil, sur { $n } ordres essayés
    }
saturation-orders-trying = Essai d’autres ordres d’entretiens…
saturation-form-title = Déclarer la saturation
saturation-form-argument = L’argument
saturation-form-argument-hint = D’abord en mots : ce qui fait dire que les catégories sont étoffées, ce qui a été cherché contre elles, ce que les derniers entretiens ont nuancé.
saturation-form-nobody = (aucun)
saturation-form-searched = cas divergents cherchés
saturation-form-note = Ce que cette recherche a donné
saturation-form-figures = Puis les chiffres
saturation-form-at = Saturation des { $level } à l’entretien
saturation-form-at-name = À quel entretien
saturation-form-confirm = confirmée par
saturation-form-confirm-name = Entretiens de confirmation
saturation-form-says =
    { $n ->
        [0] { $names } : rien de nouveau.
       *[other] { $names } : encore { $n } de nouveau. La déclaration serait contredite par la courbe.
    }
saturation-form-make = Figer et déclarer
saturation-form-keep = Garder le brouillon
saturation-options = Base du calcul, règle et ordre
saturation-basis-title = Codages comptés
saturation-basis-reference = analyse de référence
saturation-basis-agreed = mise en accord
saturation-basis-coder = codage par { $name }
saturation-guest-title = Règle de Guest
saturation-guest-base = base
saturation-guest-run = fenêtre
saturation-guest-threshold = seuil
saturation-order-up = Monter { $name }
saturation-visa-type = Saisir l’avis : { $name }…
saturation-visa-type-how = Un avis donné par courriel ou sur papier : il sera noté « saisi par » vous, jamais « signé ». Joignez ce d’après quoi vous le saisissez.
saturation-visa-agreed = d’accord
saturation-visa-refused = refus
saturation-visa-words = Ses mots ; un refus se motive
saturation-visa-proof = Joindre le courriel ou la page signée…
saturation-visa-proof-is = Joint : { $name }
saturation-visa-enter = Enregistrer l’avis
saturation-threads = Discussion
saturation-comment = Commenter la déclaration
saturation-answer = Répondre
saturation-resolve = Clore
saturation-reopen = Rouvrir
saturation-resolved-by = Close par { $name }.

## La relecture

review-since =
    { $what ->
        [visa]
            { $n ->
                [0] Rien n’a changé depuis votre visa du { $day }.
                [one] { $n } chose a changé depuis votre visa du { $day }.
               *[other] { $n } choses ont changé depuis votre visa du { $day }.
            }
        [seen]
            { $n ->
                [0] Rien n’a changé depuis votre relecture du { $day }.
                [one] { $n } chose a changé depuis votre relecture du { $day }.
               *[other] { $n } choses ont changé depuis votre relecture du { $day }.
            }
       *[never]
            { $n ->
                [one] Vous n’avez encore rien relu : { $n } acte à découvrir.
               *[other] Vous n’avez encore rien relu : { $n } actes à découvrir.
            }
    }
review-and-others =
    { $n ->
        [one] { $text }, et { $n } autre
       *[other] { $text }, et { $n } autres
    }
review-next = Suivant (F8)
review-all-seen = Tout est relu
review-page-title = Relecture : { $title }
review-page-for = Page de relecture pour { $name }
review-page-how = Cette page ne charge rien et n’envoie rien. Écrivez dans les cases, puis enregistrez vos réponses : le petit fichier se renvoie à l’étudiant, qui le reprend dans son étude. La page montre les textes sous pseudonymes, tels qu’ils sont aujourd’hui.
review-progress = Où en est le travail
review-double-coded = Entretiens codés à deux
review-voices = Les voix
review-silent = Jamais cités : { $names }.
review-gaps = Points à consolider
review-categories = Les catégories, trois extraits choisis pour différer
review-category-counts =
    { $n-passages ->
        [one] { $n-passages } extrait, dans { $n-interviews } entretien
       *[other] { $n-passages } extraits, dans { $n-interviews } entretiens
    }
review-why =
    { $why ->
        [typical] le plus typique
        [divergent] divergent
       *[rare_voice] voix rare
    }
review-decisions = Journal des décisions
review-comment-box = Votre commentaire
review-visa-box = Votre visa sur cette déclaration
review-visa-none = (pas maintenant)
review-save = Enregistrer mes réponses
review-saved-how = Le fichier s’enregistre dans vos téléchargements ; rien ne part sur un réseau.
review-file = reponses-relecture
review-page-written = Page de relecture écrite : { $file }. À remettre en main propre ou par messagerie sécurisée : elle contient des extraits.
board-study = Étude
board-silent = Jamais cités
board-unseen = Non relus
review-walk-hint = F8 passe d’une chose à la suivante ; « Tout est relu » note l’état que vous avez vu.
review-take = Reprendre une relecture…

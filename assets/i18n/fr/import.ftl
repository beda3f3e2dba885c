### Import des verbatims : aperçu, locuteurs, avertissements, avancement.

## Dialogue

import-title = Importer des entretiens
import-choose-files = Choisir des fichiers…
import-formats = Word, LibreOffice, RTF, texte, sous-titres (Zoom, Teams, Whisper)
import-nothing-written = Rien n’est écrit dans l’étude avant que vous confirmiez.
import-confirm =
    { $n ->
        [one] Importer l’entretien
       *[other] Importer les { $n } entretiens
    }
import-interview-name = Nom de l’entretien
import-participant = Participant
import-participant-new = Nouveau participant « { $name } »
import-skip-file = Ne pas importer ce fichier
import-already-there = Ce fichier est déjà dans l’étude : { $interview }.
import-preview = Aperçu

import-files = Fichiers
import-refused = Refusés
import-keep-original = Garder le fichier d'origine dans l'étude
import-together = Mêmes choix pour tous les fichiers
import-leave = Abandonner tout ce que vous avez décidé ici ?
import-leave-yes = Oui, tout abandonner
import-leave-no = Continuer
import-step-back = Revenir d'un pas
import-encoding = Encodage du texte
import-encoding-known = reconnu tout seul
import-encoding-mac = Mac Roman (ancien Macintosh)
import-parts =
    { $n ->
        [one] { $n } entretien dans ce fichier
       *[other] { $n } entretiens dans ce fichier
    }
import-parts-split = En faire des entretiens séparés
import-parts-keep = N'en faire qu'un
import-part-name = Nom de l'entretien n° { $number }
import-show-place = Voir dans le texte

## Tours de parole : les lire et les corriger

turns-title = Tours de parole
turns-hint = Cliquez dans le texte, là où quelque chose ne va pas.
turns-speaker = Qui parle ici
turns-split = Couper ici
turns-join = Joindre au précédent
turns-give-before = Début au tour d'avant
turns-give-after = Fin au tour d'après
turns-silence = Pas un tour
turns-voice = En faire un tour
turns-choose = choisir…
turns-new-voice = Nouveau locuteur
turns-voice-number = Locuteur { $number }
turns-apart = Hors des tours
turns-keys = Entrée coupe au curseur, Retour arrière joint au précédent, Alt ↑ et Alt ↓ donnent le début ou la fin au voisin, 1 à 9 changent la voix.
turns-row = { $speaker } : { $words }
turns-correct = Locuteurs et tours de parole
turns-correct-ask = Locuteurs et tours de parole…
turns-correct-purpose = Le texte et les extraits ne changent pas : seulement qui parle, et où.
turns-correct-confirm = Enregistrer les corrections

## Locuteurs reconnus

import-speakers = Qui parle ?
import-speaker-role = Rôle : { $label }
import-speaker-turns =
    { $n ->
        [one] { $n } tour
       *[other] { $n } tours
    }
import-speaker-name = Nom : { $label }
import-speaker-participant = Participant : { $label }
import-participant-like-interview = comme l'entretien
import-participant-is-new = { $name } (nouveau)
import-participant-type = Autre nom, puis Entrée
import-speaker-also = aussi écrit { $labels }
import-unite-spellings = Réunir les graphies proches
import-separate = Séparer « { $label } »
import-speaker-same-as = Sans doute la même personne que « { $label } »
import-speaker-unite = Réunir avec « { $label } »
import-no-speakers = Aucun locuteur reconnu : le texte entier sera montré tel quel, sans tours de parole.

## Renseignements lus en tête du texte

import-facts = Lu en tête du texte
import-fact-name =
    { $kind ->
        [date] Date
        [time] Heure
        [duration] Durée
        [place] Lieu
        [profession] Profession
        [age] Âge
        [gender] Genre
        [participant] Participant
        [interviewer] Enquêteur
        [legend] Légende
       *[other] Autre
    }

import-fact = { $name } : { $value }
import-fact-understood = { $name } : { $understood } (écrit « { $value } »)

## Commentaires de marge

import-comments =
    { $n ->
        [one] { $n } commentaire dans la marge
       *[other] { $n } commentaires dans la marge
    }
import-comments-as-codings =
    { $method ->
        [thematic] Reprendre les commentaires comme extraits codés
       *[grounded] Reprendre les commentaires comme extraits étiquetés
    }
import-comments-skip = Laisser les commentaires de côté

import-comments-became =
    { $n ->
        [one] { $n } commentaire est devenu
       *[other] { $n } commentaires sont devenus
    } { $method ->
        [thematic]
            { $n-codings ->
                [one] { $n-codings } extrait codé
               *[other] { $n-codings } extraits codés
            }
       *[grounded]
            { $n-codings ->
                [one] { $n-codings } extrait étiqueté
               *[other] { $n-codings } extraits étiquetés
            }
    }, { $n-lost ->
        [0] 0 perdu.
        [one] { $n-lost } laissé de côté.
       *[other] { $n-lost } laissés de côté.
    }
import-comments-would =
    { $n ->
        [one] { $n } commentaire deviendrait
       *[other] { $n } commentaires deviendraient
    } { $method ->
        [thematic]
            { $n-codings ->
                [one] { $n-codings } extrait codé
               *[other] { $n-codings } extraits codés
            }
       *[grounded]
            { $n-codings ->
                [one] { $n-codings } extrait étiqueté
               *[other] { $n-codings } extraits étiquetés
            }
    }, { $n-lost ->
        [0] 0 perdu.
        [one] { $n-lost } laissé de côté.
       *[other] { $n-lost } laissés de côté.
    }
import-comment-left-out =
    { $why ->
        [empty] Commentaire sans texte, laissé de côté ({ $author }).
       *[outside_turns] Commentaire hors des paroles, laissé de côté ({ $author }) : « { $text } »
    }
import-comment-coder = Au nom de qui : { $author }
import-coder-me = moi
import-coder-new = { $name } (nouveau membre)
import-comment-nobody = sans auteur
import-new-member = { $name } rejoint l'équipe : des commentaires sont de sa main.

## Avertissements : ce qui a été laissé, remplacé ou deviné

import-warnings =
    { $n ->
        [one] { $n } point à vérifier
       *[other] { $n } points à vérifier
    }
warning-no-speakers = Aucun locuteur reconnu.
warning-no-text = Ce fichier ne contient pas de texte.
warning-encoding-guessed = Encodage deviné : { $encoding }. Vérifiez les accents.
warning-mixed-encodings =
    { $n ->
        [one] { $n } ligne écrite dans un autre encodage que le reste, lue comme telle : « { $text } ». Vérifiez ses accents.
       *[other] { $n } lignes écrites dans un autre encodage que le reste, lues comme telles, d'abord « { $text } ». Vérifiez leurs accents.
    }
warning-encoded-twice =
    { $n ->
        [one] { $n } caractère abîmé (comme « Ã© » pour « é ») rétabli : « { $text } »
       *[other] { $n } caractères abîmés (comme « Ã© » pour « é ») rétablis, d'abord dans « { $text } »
    }
warning-columns-left-out =
    { $n ->
        [one] { $n } colonne du tableau laissée de côté : { $text }
       *[other] { $n } colonnes du tableau laissées de côté : { $text }
    }
warning-words-left-out =
    { $n ->
        [one] { $n } passage du fichier laissé de côté : « { $text } »
       *[other] { $n } passages du fichier laissés de côté, d'abord « { $text } »
    }
warning-replaced-character =
    { $n ->
        [one] { $n } caractère illisible remplacé par � : « { $text } »
       *[other] { $n } caractères illisibles remplacés par �, d’abord dans « { $text } »
    }
warning-soft-hyphen =
    { $n ->
        [one] { $n } césure invisible retirée : « { $text } »
       *[other] { $n } césures invisibles retirées, d’abord dans « { $text } »
    }
warning-deletion = Texte supprimé en suivi des modifications, laissé de côté : « { $text } »
warning-hidden-text = Texte masqué, laissé de côté : « { $text } »
warning-text-box = Zone de texte laissée de côté : « { $text } »
warning-footnote = Note de bas de page laissée de côté : « { $text } »
warning-endnote = Note de fin laissée de côté : « { $text } »
warning-symbol = Symbole sans caractère équivalent : { $text }
warning-embedded-object = Objet incorporé laissé de côté : { $text }
warning-unknown-entity = Entité inconnue gardée telle quelle : { $text }
warning-unreadable-part = Partie illisible du document : { $text }
warning-label-once = « { $label } » n’apparaît qu’une fois et n’a pas été pris pour un locuteur.
warning-label-doubtful = « { $label } » se trouve { $n } fois devant un deux-points et n’a pas été pris pour un locuteur.
warning-separator-missing = « { $label } » sans deux-points, pris pour un tour de parole.
warning-empty-turn = Tour de parole vide : « { $label } ».
warning-interviewer-not-found = « { $label } » n’apparaît pas dans le texte.
warning-page-furniture =
    { $n ->
        [one] { $n } ligne de haut ou de bas de page laissée de côté : « { $text } »
       *[other] { $n } lignes de haut ou de bas de page laissées de côté, d’abord « { $text } »
    }
warning-joined-word =
    { $n ->
        [one] { $n } mot coupé en fin de ligne, recollé : « { $text } »
       *[other] { $n } mots coupés en fin de ligne, recollés, d’abord « { $text } »
    }
warning-unvoiced =
    { $n ->
        [one] { $n } sous-titre sans locuteur, laissé hors des tours de parole : « { $text } »
       *[other] { $n } sous-titres sans locuteur, laissés hors des tours de parole, d’abord « { $text } »
    }
warning-label-in-line =
    { $n ->
        [one] Un tour de parole commence au milieu d’une ligne, sous « { $label } » : vérifiez-le.
       *[other] { $n } tours de parole commencent au milieu d’une ligne, d’abord sous « { $label } » : vérifiez-les.
    }
warning-speakers-guessed =
    { $by ->
        [bold] Aucune étiquette de locuteur : questions (Q) et réponses (R) séparées d’après le gras.
        [italic] Aucune étiquette de locuteur : questions (Q) et réponses (R) séparées d’après l’italique.
        [underline] Aucune étiquette de locuteur : questions (Q) et réponses (R) séparées d’après le soulignement.
        [highlight] Aucune étiquette de locuteur : questions (Q) et réponses (R) séparées d’après le surlignage.
        [colour] Aucune étiquette de locuteur : questions (Q) et réponses (R) séparées d’après la couleur.
        [style] Aucune étiquette de locuteur : questions (Q) et réponses (R) séparées d’après le style des paragraphes.
        [number] Aucune étiquette de locuteur : questions (Q) numérotées, réponses (R) au-dessous.
        [columns] Aucune étiquette de locuteur : questions (Q) et réponses (R) séparées d’après les colonnes du tableau.
        [answers] Seules les questions ont une étiquette : ce qui suit chacune est pris pour la réponse (R).
        [questions] Seules les réponses ont une étiquette : les lignes qui questionnent entre elles sont prises pour celles de l'enquêteur (Q).
        [forgotten] Il manque une étiquette par endroits : des tours y sont séparés d'après les questions. Relisez-les.
       *[dash] Aucune étiquette de locuteur : questions (Q) et réponses (R) séparées d’après les tirets.
    }

## Avancement et fin

import-reading = Lecture : { $file }
import-running = Import : { $n } sur { $n-total }
import-cancel = Interrompre l’import
import-cancelled = Import interrompu : rien n’a été ajouté.
import-done =
    { $n ->
        [0] Aucun entretien importé
        [one] { $n } entretien importé
       *[other] { $n } entretiens importés
    }
import-done-partly =
    { $n-failed ->
        [one] { import-done }, { $n-failed } fichier refusé
       *[other] { import-done }, { $n-failed } fichiers refusés
    }

### Livrables : ce qui part vers le directeur ou dans la thèse (extraits, textes étiquetés, livret).

## Forme de thèse

# « EMG 3 : « … » » : qui parle, puis ses mots.
excerpt-voice = { $name } : { $quote }
excerpt-name-with = { $name } ({ $attributes })
excerpt-attribute-number = { $heading } : { $value }
excerpt-where = { $interview }, { $time }

## Titres

quotes-title-by-code =
    { $method ->
        [thematic] Extraits par code
       *[grounded] Extraits par étiquette
    }
quotes-title-by-interview = Extraits par entretien
coded-text-title =
    { $method ->
        [thematic] Entretiens codés
       *[grounded] Entretiens étiquetés
    }
codebook-title =
    { $method ->
        [thematic] Livret de codes
       *[grounded] Livret d’étiquettes
    }
about-title = À propos
about-day = État du { $day }.
about-study = Étude : { $title }

## En-têtes

column-citation = Citation
column-comment = Commentaire
column-coded-on = Date du codage
quotes-with-below = avec ce qui est rangé dessous : { $counts }
column-include = Quand l’utiliser
column-exclude = Quand ne pas l’utiliser
column-example = Exemple typique
column-in-vivo = In vivo
column-codes =
    { $method ->
        [thematic] Codes
       *[grounded] Étiquettes
    }
column-turn = Tour
column-basis = Analyse de référence
answer-yes = oui
answer-no = non

## Ce qui manque

dropped-sealed = Sous scellé, le travail des autres n’est pas dans ce fichier ({ $rounds }).
dropped-to-place =
    { $n ->
        [one] { $n } extrait à replacer n’est pas dans ce fichier.
       *[other] { $n } extraits à replacer ne sont pas dans ce fichier.
    }
dropped-not-analysed =
    { $n ->
        [one] { $n } extrait d’un entretien exclu n’est pas dans ce fichier.
       *[other] { $n } extraits d’entretiens exclus ne sont pas dans ce fichier.
    }
dropped-codes-without-name =
    { $n ->
        [one] { $n } code sans nom n’a pas été repris.
       *[other] { $n } codes sans nom n’ont pas été repris.
    }
dropped-sets =
    { $n ->
        [one] { $n } ensemble de codes n’a pas été repris.
       *[other] { $n } ensembles de codes n’ont pas été repris.
    }
error-document-unwritten = Le document n’a pas pu être composé : { $reason }.
error-not-a-codebook = ce n’est pas un livret REFI-QDA, ou il est abîmé.
error-workbook = le classeur ne se laisse pas lire : { $reason }.

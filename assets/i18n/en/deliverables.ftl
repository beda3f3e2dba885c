### Deliverables: what goes to the director or into the thesis (excerpts, labelled texts, code book).

## Thesis form

excerpt-voice = { $name }: { $quote }
excerpt-name-with = { $name } ({ $attributes })
excerpt-attribute-number = { $heading }: { $value }
excerpt-where = { $interview }, { $time }

## Titles

quotes-title-by-code =
    { $method ->
        [thematic] Excerpts by code
       *[grounded] Excerpts by label
    }
quotes-title-by-interview = Excerpts by interview
coded-text-title =
    { $method ->
        [thematic] Coded interviews
       *[grounded] Labelled interviews
    }
codebook-title =
    { $method ->
        [thematic] Code book
       *[grounded] Label book
    }
about-title = About
about-day = As of { $day }.
about-study = Study: { $title }

## Headings

column-citation = Citation
column-comment = Comment
column-coded-on = Coded on
quotes-with-below = with what lies below: { $counts }
column-include = When to use it
column-exclude = When not to use it
column-example = Anchor example
column-in-vivo = In vivo
column-codes =
    { $method ->
        [thematic] Codes
       *[grounded] Labels
    }
column-turn = Turn
column-basis = Basis
answer-yes = yes
answer-no = no

## What is missing

dropped-sealed = Under seal, the work of others is not in this file ({ $rounds }).
dropped-to-place =
    { $n ->
        [one] { $n } passage to place again is not in this file.
       *[other] { $n } passages to place again are not in this file.
    }
dropped-not-analysed =
    { $n ->
        [one] { $n } passage of an excluded interview is not in this file.
       *[other] { $n } passages of excluded interviews are not in this file.
    }
dropped-codes-without-name =
    { $n ->
        [one] { $n } code without a name was not taken.
       *[other] { $n } codes without a name were not taken.
    }
dropped-sets =
    { $n ->
        [one] { $n } set of codes was not taken.
       *[other] { $n } sets of codes were not taken.
    }
error-document-unwritten = The document could not be put together: { $reason }.
error-not-a-codebook = this is no REFI-QDA code book, or it is damaged.
error-workbook = the workbook cannot be read: { $reason }.

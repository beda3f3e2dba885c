### Code book and the study's page.

## Code book: what is pointed out

codebook-same-words = same words
codebook-other-order = same words, other order
codebook-letters-apart =
    { $n ->
        [one] { $n } letter apart
       *[other] { $n } letters apart
    }
codebook-at-top = top level
codebook-from-to = “{ $before }” → “{ $after }”

## Study: how far the work has come

study-codings-finished =
    { $n ->
        [one] { $n } coding finished
       *[other] { $n } codings finished
    }
study-progress-read = Interviews re-read
study-progress-begun = Coding begun
study-progress-finished = Coding finished
study-progress-participants = Participants

## Code book: the screen

codebook-choose =
    { $method ->
        [thematic] Choose a code in the tree.
       *[grounded] Choose a label in the tree.
    }
codebook-choose-purpose =
    { $method ->
        [thematic] Its definition, its passages and its history appear here. F2 renames, dragging puts a code under another.
       *[grounded] Its definition, its passages and its history appear here. F2 renames, dragging puts a label under another.
    }
codebook-merge = Merge…
codebook-split = Split…
codebook-promote = Move up a level
codebook-delete = Delete…
codebook-deliver = Export the excerpts…
codebook-export = Export…
codebook-import = Import a code book…
codebook-colour = Colour { $n }
codebook-in-vivo-hint = The name is in the participant's own words.
codebook-definition-hint = What it means, in a sentence or two
codebook-example-hint = A passage that shows it well
codebook-notes = Notes
codebook-add-note = Add a note…
codebook-history = History ({ $n })
codebook-with-below = With what is below it
codebook-go-to = Go to the text
codebook-recode =
    { $method ->
        [thematic] Another code…
       *[grounded] Another label…
    }
codebook-comment = Comment…
codebook-uncode = Take away

## Code book: what is pointed out

codebook-unused =
    { $n ->
        [one] { $n } without a passage
       *[other] { $n } without a passage
    }
codebook-unused-title = Without a passage
codebook-unused-explained = No passage of their own nor below them, in the reference analysis.
codebook-alike =
    { $n ->
        [one] { $n } close pair
       *[other] { $n } close pairs
    }
codebook-alike-title = Close names
codebook-alike-explained = Compared without capitals, accents, articles or plurals; else one or two letters apart (Levenshtein's distance). Yours to judge.

## Code book: merge, split, delete

codebook-merge-title = Merge “{ $code }” into…
codebook-merge-into = Look for the one that stays
codebook-merge-passages =
    { $n ->
        [0] No passage changes.
        [one] { $n } passage goes to “{ $into }”.
       *[other] { $n } passages go to “{ $into }”.
    }
codebook-merge-children =
    { $n ->
        [0] Nothing is below it.
        [one]
            { $method ->
                [thematic] { $n } code below it goes under “{ $into }”.
               *[grounded] { $n } label below it goes under “{ $into }”.
            }
       *[other]
            { $method ->
                [thematic] { $n } codes below it go under “{ $into }”.
               *[grounded] { $n } labels below it go under “{ $into }”.
            }
    }
codebook-merge-gone = “{ $code }” leaves the tree; this can be undone.
codebook-merge-do = Merge
codebook-why = Why? (kept as a note)
codebook-split-title = Split “{ $code }”
codebook-split-hint = Name the labels to arrive at, then type their digit on each passage; 0 leaves it where it is.
codebook-split-target = Name of the target, then Enter
codebook-split-stays = stays
codebook-split-do =
    { $n ->
        [one] Split ({ $n } passage)
       *[other] Split ({ $n } passages)
    }
codebook-delete-title = Delete “{ $code }”?
codebook-delete-passages =
    { $n ->
        [0] No passage is concerned.
        [one] { $n } passage loses this label, whoever coded it.
       *[other] { $n } passages lose this label, whoever coded them.
    }
codebook-delete-children =
    { $n ->
        [one]
            { $method ->
                [thematic] { $n } code below it moves up a level.
               *[grounded] { $n } label below it moves up a level.
            }
       *[other]
            { $method ->
                [thematic] { $n } codes below it move up a level.
               *[grounded] { $n } labels below it move up a level.
            }
    }
codebook-delete-undo = The texts do not change; this can be undone.
codebook-delete-do = Delete

## Export

delivery-title = Export for the thesis director
delivery-quotes = Excerpts, in the form of a thesis
delivery-coded-text =
    { $method ->
        [thematic] Coded interviews (codes as comments)
       *[grounded] Labelled interviews (labels as comments)
    }
delivery-only-code = Only “{ $code }” and what is below it
delivery-comments = With the coders' comments
delivery-word = Word
delivery-excel = Excel
delivery-page = Web page
delivery-csv = CSV
delivery-save = Save as…
delivery-file-quotes = excerpts

## Study: the screen

study-question-hint = What do … live through, how, why?
study-prefix = Short name of participants
study-prefix-hint = EMG, MG, P…
study-progress = How far it has come
study-acts = acts now
study-act-as = Act as { $name }
study-member-name = The member's name
study-guide-title = Title of the guide
study-guide-title-hint = Interview guide, v1
study-guide-text = Text of the guide
study-guide-hint = Icebreaker, questions, probes
study-add-column = Add a characteristic…
study-column = Characteristic
study-column-name = Name of the characteristic
study-column-choices = Choices, separated by commas
study-column-remove = Remove the column
study-kind-text = text
study-kind-number = number
study-kind-date = date
study-kind-choice = choice
study-import-participants = Import a table…
study-paste-hint = A table copied from a spreadsheet can be pasted here, with or without its headings.
study-new-participant = New participant
study-add-participant = Add
study-remove-participant = Remove
study-remove-participant-of = Remove { $name }

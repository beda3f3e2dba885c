### Words of the method: what is counted, and its names.
###
### $method is “grounded” (grounded theory: label, labelled passage) or “thematic” (thematic analysis:
### code, coded passage). One word per thing, by the study's method.
### $noun is the study's own name for participants: EMG, GP, P…

## The two methods

method-grounded = Grounded theory
method-thematic = Thematic analysis

## Labels and codes

code-one =
    { $method ->
        [thematic] code
       *[grounded] label
    }
code-many =
    { $method ->
        [thematic] codes
       *[grounded] labels
    }
code-title-many =
    { $method ->
        [thematic] Codes
       *[grounded] Labels
    }
code-with-article =
    { $method ->
        [thematic] the code
       *[grounded] the label
    }
code-count =
    { $method ->
        [thematic]
            { $n ->
                [one] { $n } code
               *[other] { $n } codes
            }
       *[grounded]
            { $n ->
                [one] { $n } label
               *[other] { $n } labels
            }
    }
in-vivo = in vivo
in-vivo-count = { $n } in vivo
layer-experiential = experiential labelling
layer-thematic = thematic labelling
layer-any = all layers

## Passages

passage-count =
    { $n ->
        [one] { $n } passage
       *[other] { $n } passages
    }
coded-passage-one =
    { $method ->
        [thematic] coded passage
       *[grounded] labelled passage
    }
coded-passage-count =
    { $n ->
        [one] { $n } { coded-passage-one }
       *[other]
            { $method ->
                [thematic] { $n } coded passages
               *[grounded] { $n } labelled passages
            }
    }
place-exact = in place
place-changed = text changed
place-to-place = to place again
to-place-count = { $n } to place again

## Interviews, turns, words

interview-count =
    { $n ->
        [one] { $n } interview
       *[other] { $n } interviews
    }
turn-count =
    { $n ->
        [one] { $n } turn
       *[other] { $n } turns
    }
word-count =
    { $n ->
        [one] { $n } word
       *[other] { $n } words
    }
character-count =
    { $n ->
        [one] { $n } character
       *[other] { $n } characters
    }
reading-count =
    { $n ->
        [one] { $n } re-reading
       *[other] { $n } re-readings
    }
reading-nth = re-reading { $n }
memo-count =
    { $n ->
        [one] { $n } memo
       *[other] { $n } memos
    }
category-count =
    { $n ->
        [one] { $n } category
       *[other] { $n } categories
    }
speaker-interviewer = interviewer
speaker-participant = participant
speaker-other = other
speaker-nobody = nobody (no turn)
speaker-speech = not a speaker

## n of N

percent-sign-after = { $value }%
n-of-total = { $n } of { $n-total }
participants-of = { $n } { $noun } of { $n-total }
participants-of-finished = { $n } { $noun } of { $n-total } ({ $n-done } done)
participant-count =
    { $n ->
        [one] { $n } participant
       *[other] { $n } participants
    }

## Status of interviews and of coding

status-analysed = analysed
status-excluded = excluded
status-to-read = to read
coding-finished = coding finished
coding-finished-on = coding finished on { $date }
interview-by = { $member }: { $what }
coding-not-finished = coding under way
interviews-analysed =
    { $n ->
        [one] { $n } analysed
       *[other] { $n } analysed
    }
interviews-excluded =
    { $n ->
        [one] { $n } excluded
       *[other] { $n } excluded
    }

## Kinds of item ($kind is their name in files)

kind-name =
    { $kind ->
        [study] study
        [member] member of the team
        [participant] participant
        [attribute] characteristic
        [guide] interview guide
        [interview] interview
        [revision] state of a text
        [code]
            { $method ->
                [thematic] code
               *[grounded] label
            }
        [coding]
            { $method ->
                [thematic] coded passage
               *[grounded] labelled passage
            }
        [memo] memo
        [reading] re-reading
        [round] double-coding round
        [alignment] alignment of codes
        [decision] decision
        [relation] relation
        [relation_type] sort of relation
        [theory] theory
        [clause] statement
        [theory_version] version of the theory
        [schema] schema
        [query] question
        [claim] claim of saturation
        [visa] countersignature
        [review_mark] review
       *[unknown] item
    }
level-name =
    { $level ->
        [core]
            { $method ->
                [thematic] core theme
               *[grounded] core category
            }
        [category]
            { $method ->
                [thematic] theme
               *[grounded] category
            }
        [property]
            { $method ->
                [thematic] subtheme
               *[grounded] property
            }
       *[label]
            { $method ->
                [thematic] code
               *[grounded] label
            }
    }

## Roles and readings

role-student = student
role-director = thesis director
role-coder = second coder
reading-first = first reading
reading-second = second reading

## Basis (where the numbers come from)

basis-label = Basis
basis-agreed = agreed coding
basis-main-coder = main coder
basis-coder = coding by { $coder }
basis-sealed =
    { $n ->
        [one] The round “{ $rounds }” is sealed: it hides the work of others, these figures may be partial.
       *[other] Rounds are sealed ({ $rounds }): they hide the work of others, these figures may be partial.
    }
basis-sealed-short =
    { $n ->
        [one] Sealed round “{ $rounds }”: partial figures
       *[other] Sealed rounds ({ $rounds }): partial figures
    }

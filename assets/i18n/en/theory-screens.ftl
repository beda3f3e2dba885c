### Window: from labels to theory. The names of levels are in method.ftl.

## Tabs

theory-tab-sorting = Sorting
theory-tab-categories =
    { $method ->
        [thematic] Themes
       *[grounded] Categories
    }
theory-tab-schema = Schema
theory-tab-statement =
    { $method ->
        [thematic] Synthesis
       *[grounded] Theory
    }
theory-tab-queries = Queries
theory-tab-history =
    { $method ->
        [thematic] Codes over time
       *[grounded] Labels over time
    }

## Sorting

level-plural =
    { $level ->
        [core]
            { $method ->
                [thematic] core themes
               *[grounded] core categories
            }
        [category]
            { $method ->
                [thematic] themes
               *[grounded] categories
            }
        [property]
            { $method ->
                [thematic] subthemes
               *[grounded] properties
            }
       *[label]
            { $method ->
                [thematic] codes
               *[grounded] labels
            }
    }
board-name = Sorting board
board-from-to = { $cards } → { $columns }
board-new-column = New column: { $level }
board-marked =
    { $n ->
        [one] { $n } card marked
       *[other] { $n } cards marked
    }
board-hint = Drag a card into a column. With the keyboard: arrows to go, Enter to sort, Alt and arrows to move, Space to mark, N for a new column, P to go up a level.
board-unsorted = To sort
board-without = What stands in no column yet: { $cards } without { $above }.
board-filter = Filter the cards
board-all-sorted = Nothing to sort here.
board-empty = No column yet: create a first { $level }.
board-empty-purpose = Choose some cards on the left ({ $cards }), press N and name what they have in common: that is a { $level }.
board-cards =
    { $n ->
        [0] no card
        [one] { $n } card
       *[other] { $n } cards
    }
board-move = Sort into…
board-move-title =
    { $n ->
        [one] Sort { $n } card
       *[other] Sort { $n } cards
    }
board-move-hint = Name of the column
board-create = Create “{ $name }” ({ $level })
board-rename = Rename
board-open = Open its sheet
board-make-level = Make it a { $level }
board-name-field = Name
board-a-priori =
    { $n ->
        [0] grid
       *[other] grid { $n }
    }
board-carried =
    { $n ->
        [one] { $n } card
       *[other] { $n } cards
    }

## Categories

categories-none =
    { $method ->
        [thematic] No theme or subtheme yet.
       *[grounded] No category or property yet.
    }
categories-none-purpose =
    { $method ->
        [thematic] First gather codes under the tab Sorting: what they have in common becomes a subtheme, then a theme.
       *[grounded] First gather labels under the tab Sorting: what they have in common becomes a property, then a category.
    }
category-affected = What depends on it…
category-density = Dense or to develop
category-enriched-by = Last interview that enriched it
category-no-interview = none
category-properties = What describes it: { $properties }
category-no-property = Nothing here ({ $properties }): what varies from one participant to another?
category-add-property = Add: { $level }
category-relations = Relations
category-no-relation = Related to nothing yet.
category-cases = Negative cases
category-no-case = No passage is marked as a counter-example. Mark one in the list of passages, or say here that you looked for one.
category-searched = Negative cases were looked for
category-search-note = What was looked at, and found
category-search-hint = Read EMG 2 and EMG 7 again: nothing contradicts it.
category-passages = Passages
category-quote = “{ $words }”
property-no-dimension = without dimension
property-no-dimension-hint = Name its two poles, or values in an order, below its name.
property-placed = { $n } of { $n-total } placed
property-placing-hint = Place each passage: drag the dot, or arrows left and right; Delete takes it away.
property-position = Between { $first } and { $last }: { $words }
property-not-placed = not placed yet
dimension-edit = Change the dimension
dimension-poles = Two poles
dimension-ordered = Values in an order
dimension-pole = Pole { $n }
dimension-value = Value { $n }
dimension-more = One more value
dimension-keep = Keep the dimension
dimension-remove = Remove the dimension
dimension-stands = { $name }: { $place }
dimension-nobody = No passage is placed yet.
dimension-empty = Nobody here: { $values }
relation-evidence = { $n-supports } for, { $n-against } against
relation-broken = broken
relation-add-hint = Relate “{ $name }” to… by:
relation-with-type = { $sort }…
relation-all-types = All types
relation-paradigm = Strauss and Corbin’s model
relation-paradigm-hint = “{ $name }” as the phenomenon, in the middle. Add what causes it, surrounds it, changes it, answers it, follows from it.
relation-paradigm-slot = { $sort }: { $names }
relation-paradigm-add = Add: { $sort }
relation-new-type = New type of relation
relation-turn = Turn it round
relation-retype = Change the type
relation-delete = Delete the relation
relation-which-second = “{ $name }”, { $sort }: with what?
relation-which-first = What is, for “{ $name }”: { $sort }?
relation-other-hint = Name of the other element
evidence-title = Evidence
evidence-none = No passage yet: mark some below, where the two meet.
evidence-supports = Supports
evidence-contradicts = Counter-example
evidence-against = Counter-example of “{ $name }”
evidence-withdraw = Withdraw
evidence-of-relation = A relation…
evidence-which-relation = This passage, { $stance }: which relation?
evidence-meeting = Where “{ $first }” meets “{ $second }”
evidence-met =
    { $n ->
        [0] No passage.
        [one] { $n } passage, { $people ->
            [one] { $people } participant
           *[other] { $people } participants
        }
       *[other] { $n } passages, { $people ->
            [one] { $people } participant
           *[other] { $people } participants
        }
    }
near-overlap = Same words
near-turn = Same turn
near-turns =
    { $n ->
        [one] Within { $n } turn
       *[other] Within { $n } turns
    }

## Gaps to strengthen

gaps-page-title =
    { $n ->
        [0] Gaps to strengthen
       *[other] Gaps to strengthen: { $n }
    }
gaps-page-purpose = Each line leads to the place where something can be done. Not all of them must be filled: a memo can say why.

## Schema

relations-none = No relation yet.
relations-none-purpose = A relation says how two categories hold together. Open a category, then relate it to another.
relations-search = Find a relation
relations-all-types = All types ({ $count })
relations-of-type = { $name } ({ $count })
relations-for = For
relations-against = Against
relations-memo = Memo
relations-origin = Origin
relations-no-such = No relation matches.
relations-open = Open the category
relations-open-memo = Read the memo
relation-copy = Copy with its passages
relation-copy-hint = A sentence to cite, with the passages for and against and who says them
evidence-drop-for = Supports
evidence-drop-against = Contradicts
evidence-why =
    { $stance ->
        [contradicts] Why this passage contradicts
       *[supports] Why this passage supports
    }
schema-none = No schema yet.
schema-none-purpose = A schema shows the categories and what relates them. The first is drawn from the relations; then it is arranged by hand.
schema-which = Open schema
schema-canvas = Schema: { $title }
schema-corner = Size of the frame “{ $title }”
schema-hint = Arrow keys: go from box to box. Alt and arrow keys: move; with Shift, resize a frame. R: next arrow. Enter: see the passages. Ctrl and wheel: zoom.
schema-title = Title of the schema
schema-new = New schema
schema-new-from-relations = From the relations
schema-new-paradigm = After Strauss and Corbin’s model…
schema-new-empty = Empty
schema-phenomenon = Which is the phenomenon, in the middle?
schema-paradigm-title = Paradigm model: { $name }
schema-add = Add
schema-note = Note
schema-frame = Frame
schema-fit = See all
schema-layout = Lay out
schema-evidence = Passages
schema-close-beside = Close the passages
schema-take-off = Take off
schema-straight = Straighten
schema-more = More
schema-rename = Rename
schema-save = Save as { $form }…
schema-delete = Delete the schema
schema-show-again = Show again: { $sentence }
schema-arrow = { $from }: { $name }: { $to }

## Theory

theory-purpose =
    { $method ->
        [thematic] Say in a few clauses what the themes, together, let one understand; link each to the themes that it rests on.
       *[grounded] Say in a few clauses what the categories, together, let one understand; link each to the categories that it rests on.
    }
theory-begin = Begin
theory-title = Title
theory-another = Another statement
theory-delete = Delete this statement
theory-versions = Kept states
theory-keep = Keep the present state…
theory-keep-name = Name of the state (after the 6th interview)
theory-no-version = Keep the statement as it is before reworking it: then you can compare.
theory-compare = Compare
theory-compare-from = Compare from
theory-compare-to = Compare with
clause-name = Clause { $n }
clause-new = New clause
clause-hint = One idea in each clause, in one or two sentences.
clause-rests-on =
    { $n ->
        [0] Rests on:
        [one] Rests on ({ $n } participant):
       *[other] Rests on ({ $n } participants):
    }
clause-rests-on-nothing =
    { $method ->
        [thematic] Rests on no theme yet.
       *[grounded] Rests on no category yet.
    }
clause-add-category =
    { $method ->
        [thematic] Add a theme…
       *[grounded] Add a category…
    }
clause-add-relation = Add a relation…
clause-remove-link = Detach { $name }
clause-up = Move up
clause-down = Move down
clause-delete = Delete
affected-title = What depends on it
affected-purpose = Before renaming, merging or deleting: all that rests on an element.
affected-choose = Choose an element…
affected-clause = Clauses

## Over time

history-from = From
history-until = To
history-changes = What changed
history-tree-hint = The tree as it was at the first moment.
history-older = Coded under an older definition
history-means-now = Now: { $definition }
history-still-fits = Still fits
history-all-fit = All { $n } still fit

## Memos

memos-choose = Choose a memo, or write one.
memos-filter = Search the memos
memos-versions = All versions
memos-none-found = No memo matches.
memos-print = Print the journal…
memos-printed = Memos: { $study }
memo-kind = Sort of memo
memo-hint = In Markdown. Two opening brackets lead to a label, an interview, another memo.
memo-about = About { $name }
memo-attach = Attach to…
memo-detach = Detach
memo-link = Insert a link…
memo-link-lost = leads nowhere, or to several things
memo-links = Links
memo-delete = Delete the memo
memo-saved = saved
memo-unsaved = being written
memo-reading = Reading
memo-versions =
    { $n ->
        [one] { $n } version
       *[other] { $n } versions
    }

## Queries

query-coded = { $count } codings
query-saved = Saved queries
query-none-saved = None yet: save this one to ask it again later.
query-save = Save under a name…
query-delete = Delete
query-kind = What is asked
query-matrix =
    { $method ->
        [thematic] Who speaks of what: codes and participants
       *[grounded] Who speaks of what: labels and participants
    }
query-cooccurrence =
    { $method ->
        [thematic] Which codes meet
       *[grounded] Which labels meet
    }
query-combination = The passages where one is, and not the other
query-rows = In rows
query-together = That meet
query-without = Without, nearby
query-add-code = Add…
query-add-without = Exclude…
query-all-of = All: { $level }
query-count =
    { $n ->
        [one] { $n } element
       *[other] { $n } elements
    }
query-remove = Remove
query-columns = In columns
query-participants = Participants
query-near = How near
query-turns = Number of turns
query-filters = Only the words of
query-which-attribute = Attribute…
query-no-value = not reported
query-files = For the thesis
query-save-bars = Bars as { $form }…
query-nothing = Nothing to show: add elements, or change the question.
query-no-passage = No passage.
query-name-codes = Add on the left what must meet.
query-table = Table
query-cell =
    { $n ->
        [0] { $row }, { $column }: no passage
        [one] { $row }, { $column }: { $n } passage, { $people ->
            [one] { $people } participant
           *[other] { $people } participants
        }
       *[other] { $row }, { $column }: { $n } passages, { $people ->
            [one] { $people } participant
           *[other] { $people } participants
        }
    }

## Reading grid

board-grid = Reading grid…
board-grid-hint = Codes set before reading, one on each line, in the order of priority. “ / ” puts one below another; a definition comes after a tab.
board-grid-example = access to care
board-grid-lines = Lines of the grid
board-grid-take =
    { $n ->
        [0] Take the grid in
        [one] Take { $n } line in
       *[other] Take { $n } lines in
    }
board-grid-file = From a CSV file…
notice-grid =
    { $n ->
        [0] Grid taken in: all of it was there.
        [one] Grid taken in: { $n } new element.
       *[other] Grid taken in: { $n } new elements.
    }

### From labels to theory: relations, memos, gaps, theory, schema, queries.

## Relations: the name of the type, then the sentence that relates two items.

relation-sort =
    { $sort ->
        [part_of] is part of
        [more_more] the more… the more…
        [more_less] the more… the less…
        [causal_condition] causal condition
        [context] context
        [intervening_condition] intervening condition
        [strategy] strategy
        [consequence] consequence
        [phenomenon] phenomenon
       *[opposes] opposes
    }
relation-sentence =
    { $sort ->
        [part_of] “{ $from }” is part of “{ $to }”
        [more_more] the more “{ $from }”, the more “{ $to }”
        [more_less] the more “{ $from }”, the less “{ $to }”
        [causal_condition] “{ $from }” is a causal condition of “{ $to }”
        [context] “{ $from }” is the context of “{ $to }”
        [intervening_condition] “{ $from }” is an intervening condition of “{ $to }”
        [strategy] “{ $from }” is a strategy in the face of “{ $to }”
        [consequence] “{ $from }” is a consequence of “{ $to }”
        [phenomenon] “{ $from }” comes under the phenomenon “{ $to }”
       *[opposes] “{ $from }” opposes “{ $to }”
    }
relation-sentence-custom = “{ $from }” { $name } “{ $to }”

relation-cited = { $sentence }: { $passages }.
relation-cited-for =
    { $count ->
        [one] { $count } passage in support ({ $quotes })
       *[other] { $count } passages in support ({ $quotes })
    }
relation-cited-against =
    { $count ->
        [one] { $count } passage against ({ $quotes })
       *[other] { $count } passages against ({ $quotes })
    }
relation-cited-none = no passage
relation-cited-quote = “{ $quote }”, { $place }
relation-cited-list = { $first }; { $second }
relations-quotes-for = Passages in support
relations-quotes-against = Passages against

stance-name =
    { $stance ->
        [contradicts] contradicts
       *[supports] supports
    }
density-name =
    { $density ->
        [dense] dense
        [to_develop] to develop
       *[unsaid] unsaid
    }
memo-kind-name =
    { $kind ->
        [theoretical] theoretical
        [methodological] methodological
        [reflexive] reflexive
        [field] field note
       *[free] free
    }

## Gaps to strengthen

gaps-title = Gaps to strengthen
gaps-none = No gap to strengthen: every category has its cases, its relations and its place.
gap-title =
    { $kind ->
        [one_participant] Seen in one participant only
        [no_negative_case] Negative case not looked for
        [no_dimension] Property without dimension
        [no_range] Property without range
        [no_relation] Category without relation
        [no_evidence] Relation without passage
        [broken_relation] Broken relation
        [clause_without_category] Clause without category
        [outside_theory] Category outside the theory
        [used_once] Label used once
        [to_develop] To develop
        [no_property] Label without property
        [no_category] Property without category
        [levels_crossed] Crossed levels
       *[older_definition] Definition changed since
    }
gap-title-thematic =
    { $kind ->
        [one_participant] Seen in one participant only
        [no_negative_case] Negative case not looked for
        [no_dimension] Subtheme without dimension
        [no_range] Subtheme without range
        [no_relation] Theme without relation
        [no_evidence] Relation without passage
        [broken_relation] Broken relation
        [clause_without_category] Clause without theme
        [outside_theory] Theme outside the theory
        [used_once] Code used once
        [to_develop] To develop
        [no_property] Code without theme
        [no_category] Subtheme without theme
        [levels_crossed] Crossed levels
       *[older_definition] Definition changed since
    }
gap-one-participant = “{ $name }” comes from { $participant } only.
gap-no-negative-case = No negative case of “{ $name }” was found or looked for.
gap-no-dimension = “{ $name }” has no dimension: name its two poles.
gap-no-range =
    { $n ->
        [0] No passage is placed on “{ $name }”.
        [one] Only one passage is placed on “{ $name }”.
       *[other] The { $n } passages placed on “{ $name }” all stand at the same place.
    }
gap-no-relation = “{ $name }” is related to nothing.
gap-no-evidence = No passage supports or contradicts: { $sentence }.
gap-broken-relation = This relation leads nowhere any more: { $name }.
gap-clause-without-category = The clause “{ $name }” rests on no category.
gap-outside-theory = No clause rests on “{ $name }”.
gap-used-once = “{ $name }” is on one passage only.
gap-to-develop = “{ $name }” is still to develop.
gap-to-develop-since = “{ $name }” is still to develop; last interview that enriched it: { $interview }.
gap-no-property = “{ $name }” has no place yet.
gap-no-category = “{ $name }” stands in no category.
gap-levels-crossed = “{ $name }” stands under “{ $above }”, which is of a lower level.
gap-older-definition =
    { $n ->
        [one] { $n } passage of “{ $name }” was coded under an older definition: look again.
       *[other] { $n } passages of “{ $name }” were coded under an older definition: look again.
    }

## The tree of codes on two days

history-created = created: “{ $path }”
history-deleted = deleted: “{ $path }”
history-renamed = renamed: “{ $from }” becomes “{ $to }”
history-moved = moved: “{ $name }”, from “{ $from }” to “{ $to }”
history-merged = merged: “{ $from }” into “{ $to }”
history-level = level: “{ $name }” goes from { $from } to { $to }
history-defined = defined: “{ $name }”: { $to }
history-redefined = redefined: “{ $name }”: { $to } (before: { $from })
history-top = the top level
history-nothing = Nothing changed between these two days.

## Theory

theory-empty = No theory is written yet.
theory-now = present state
theory-same = The two states say the same.
clause-added = clause added: { $to }
clause-removed = clause removed: { $from }
clause-reworded = clause reworded: { $from } → { $to }
clause-links-changed = what “{ $name }” rests on has changed
affected-schema = Schemas
affected-memo = Memos
affected-query = Queries
affected-nothing = Nothing depends on “{ $name }”.

## Command line

cli-memos = Read the memos, or their journal by date
cli-memos-write = Write a memo; [[…]] leads to a code, an interview, a participant
cli-relations = Read the relations, with the passages that support or contradict them
cli-relations-add = Relate two codes
cli-relations-mark = Say that passages support or contradict a relation or category
cli-relations-meet = Find the passages where codes meet
cli-theory = Read the theory, the states that were kept, their difference
cli-theory-keep = Keep the theory as it is
cli-theory-affected = Say what depends on a code
cli-gaps = List the gaps to strengthen
cli-history = Compare the tree of codes on two days, or list the passages coded under an older definition
cli-schema = List the schemas, or write one as SVG, PNG or PDF
cli-queries = List the saved queries, or put one
cli-grid = Import a reading grid (a-priori codes)
cli-dimensions = Read where each participant stands on the properties

cli-option-journal = By date, every version
cli-option-memo-kind = free, theoretical, methodological, reflexive or field
cli-option-about = What the memo is about: code, interview, participant, identifier
cli-option-versions = Every version of a memo
cli-option-memo-title = Title
cli-option-memo-body = Text, in Markdown
cli-option-memo-file = File that holds the text
cli-option-against = Contradicts, instead of supports
cli-option-withdraw = Neither: take it back
cli-option-comment = Why
cli-option-near = overlap (same words), turn (same turn), or a number of turns
cli-option-without = Codes that must not be near
cli-option-where = ATTRIBUTE=VALUE of whoever speaks
cli-option-save-query = Save the query under this name
cli-option-mark = Relation or category that these passages support (or contradict, with --against)
cli-option-compare = One or two kept states to compare; without the second, with the present one
cli-option-on = The tree as it was on that day
cli-option-until = Day to compare with; today without it
cli-option-old-definitions = Passages coded under an older definition
cli-option-tick = Tick these passages off as looked at
cli-option-query = Put the query of this name
cli-option-schema-output = File to write (.svg, .png or .pdf)
cli-option-schema-title = Title of a schema to create, laid out by the relations
cli-option-relation-type = opposes, part_of, more_more, more_less, causal_condition, context, intervening_condition, strategy, consequence, phenomenon, or a type of the team
cli-argument-relation-from = The first code
cli-argument-relation-to = The second code
cli-argument-evidence-about = Relation (identifier) or code
cli-argument-evidence = Passages, by their identifiers
cli-argument-meeting = Codes that meet
cli-argument-theory-name = Name of the state to keep
cli-argument-affected = Code of which something is to change
cli-argument-history-from = First day (2026-03-01)
cli-argument-schema = Name or identifier of a schema
cli-argument-grid-file = CSV table: name (or path), and if need be level, priority, definition

cli-memo-written = Memo written: { $title }
cli-relation-added = Relation added: { $sentence }
cli-evidence-marked =
    { $n ->
        [one] { $n } passage marked
       *[other] { $n } passages marked
    }
cli-grid-imported =
    { $n ->
        [one] { $n } line of the grid taken in
       *[other] { $n } lines of the grid taken in
    }
cli-theory-kept = State kept: { $name }
cli-ticked =
    { $n ->
        [one] { $n } passage looked at
       *[other] { $n } passages looked at
    }
cli-query-table = This query is a table: open it in the window.
cli-schema-written = Schema written: { $file }
cli-schema-form = The file of a schema ends in .svg, .png or .pdf.
cli-schema-nothing = There is nothing to draw: write categories or relations first.
cli-near-unknown = “{ $text }” is no nearness: write overlap, turn or a number of turns.
cli-filter-unknown = “{ $text }” does not say ATTRIBUTE=VALUE.
cli-day-unknown = “{ $text }” is no date: write 2026-03-01.
cli-kind-unknown = “{ $text }” is no kind of memo.
cli-body-missing = Give the memo's text with --body or --file.

column-about = About
column-author = Author
column-changed = Changed
column-supports = Support
column-contradicts = Contradict
column-relation = Relation
column-gap = Gap to strengthen
column-clause = Clause
column-rests-on = Rests on
column-property = Property
column-stands = Stands
column-with = With
column-nodes = Items
column-from = From
column-to = To
column-type = Type
column-at = Date
cli-option-relation-count = Count the relations by type
cli-option-relation-cite = One relation on one line, with its passages: to be cited
column-title = Title

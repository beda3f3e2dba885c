### Double coding: sealed rounds, alignment of codes, reconciliation.

## Journal

op-reopen-done = reopen one's coding that was declared done
op-make-packet = prepare a sealed packet for { $coder }
op-receive-packet =
    { $n ->
        [one] receive a packet ({ $coder }): { $n } passage
       *[other] receive a packet ({ $coder }): { $n } passages
    }
op-adopt-code =
    { $method ->
        [thematic] adopt the code “{ $code }” (book: { $from })
       *[grounded] adopt the label “{ $code }” (book: { $from })
    }
op-align = align “{ $first }” and “{ $second }”
deed-align-none = say that “{ $first }” has no match
deed-align-back = take the alignment of “{ $first }” back
op-decide =
    { $n ->
        [one] settle { $n } difference in { $interview }
       *[other] settle { $n } differences in { $interview }
    }
op-accept-agreements =
    { $n ->
        [one] keep { $n } agreement in { $interview }
       *[other] keep { $n } agreements in { $interview }
    }
op-finish-reconciliation = close the reconciliation of { $interview }
op-reopen-reconciliation = reopen the reconciliation of { $interview }
op-set-reconciliation = set how differences are reconciled

## Refusals

error-round-no-interview = A round of double coding covers at least one interview: choose one.
error-round-two-coders = Two different coders are needed.
error-round-open = This round is open: what was seen cannot be sealed again.
error-round-reason = Not everybody has declared their coding done. To open the round before that, give a reason: it is kept in the journal.
error-round-still-sealed = The other coding is still sealed: it can be compared once the round is open.
error-in-packet = This packet holds only your coding: it is the study that is opened, once the packet has come back.
error-align-same-code = A code is not aligned with itself.
error-align-second-code = Name the second code, or say that the first has no match.
error-decide-other-code = To decide otherwise, name the code to keep.
error-reconcile-open =
    { $n ->
        [one] { $n } difference is still to be settled.
       *[other] { $n } differences are still to be settled.
    }

## The extent of triangulation: the sentence for the thesis

triangulation-none = triangulation: no interview coded by two
triangulation-interviews =
    { $n ->
        [one] { $n } interview of { $of }
       *[other] { $n } interviews of { $of }
    }
triangulation-decisions =
    { $n ->
        [one] { $n } decision
       *[other] { $n } decisions
    }
triangulation-revised =
    { $n ->
        [one] { $n } revised
       *[other] { $n } revised
    }
triangulation-partial = partial triangulation: { $extent }, { $decisions }, { $revised }
triangulation-whole = triangulation: { $extent }, { $decisions }, { $revised }

## Differences, decisions, alignments

difference-name =
    { $difference ->
        [agreement] agreement
        [other_edges] other edges
        [sibling_code] sibling code
        [other_code] other code
        [only_first] only the first coder
       *[only_second] only the second coder
    }
verdict-name =
    { $verdict ->
        [first] as the first coder
        [second] as the second coder
        [both] both
        [other] otherwise
       *[neither] neither
    }
align-relation =
    { $relation ->
        [same] same as
        [broader] broader than
        [narrower] narrower than
        [overlaps] overlaps
       *[none] no match
    }
signed-together = together: { $members }
signed-alone = { $members }
signed-arbitrated = arbitration: { $member }
signed-by-rule = by rule: { $members }

## The reconciliation journal

reconciliation-journal-title = Reconciliation journal
journal-column-interview = Interview
journal-column-quote = Excerpt
journal-column-first = First coder
journal-column-second = Second coder
journal-column-difference = Difference
journal-column-verdict = Decision
journal-column-agreed = Kept
journal-column-reason = Reason
journal-column-signed = Signed
journal-column-at = Date
journal-column-stands = State
journal-stands = in force
journal-taken-up = taken up again since

## The table of alignment

align-column-relation = Relation
align-column-shared = Shared excerpts
align-column-note = Note
align-column-by = By
align-column-at = Date

## Command line

cli-rounds = List the rounds of double coding
cli-rounds-new = Set a round up: from then on nobody sees the work of the other
cli-rounds-done = Declare your coding of a round done, and seal it
cli-rounds-reopen = Reopen your coding that was declared done, while the round is sealed
cli-rounds-open = Open a round: everything can be seen
cli-rounds-matrix = Show who coded which interview
cli-align = Show the codes of two coders side by side
cli-align-set = Say how two codes go together
cli-align-clear = Take back what was said of two codes
cli-align-adopt = Take a code from a coder's own book into the study
cli-reconcile = List the differences between two coders
cli-reconcile-decide = Settle differences
cli-reconcile-accept = Keep agreements, and other edges that the study accepts
cli-reconcile-finish = Close the reconciliation of an interview
cli-reconcile-journal = Write the reconciliation journal
cli-reconcile-edges = Say whether other edges inside one turn are accepted by rule
cli-option-round-name = Name of the round
cli-option-round-interviews = Interviews to code, separated by commas
cli-option-round-coders = Coders, separated by commas; the codes of the first are the study's
cli-option-round-codes = Start from the study's codes; without this option, from no list
cli-option-round-instructions = What the coders are told
cli-option-round-unit = Unit of comparison: turn, char, word, sentence, document
cli-argument-round = Name or identifier of the round
cli-option-round-reason = Reason for opening before all are done
cli-option-pair-coders = The two coders, separated by a comma
cli-argument-align-first = A code, by path or identifier
cli-argument-align-relation = same, broader, narrower, overlaps or none
cli-argument-align-second = The other code
cli-option-note = Note, in one line
cli-option-all-items = Show what is settled too
cli-argument-items = Differences, each by the identifier of one of its excerpts
cli-option-verdict = a, b, both, other or neither
cli-option-decided-codes = Codes to keep, to decide otherwise
cli-option-edges = Other edges: START-END
cli-option-decision-reason = Reason, in one line
cli-option-present = Who is present, separated by commas
cli-option-arbiter = Who arbitrates
cli-option-pair = Every difference between these two codes, separated by a comma
cli-option-journal-format = csv, html or docx
cli-argument-edges = Other edges inside one turn: accept (taken beforehand) or discuss
cli-round-made = Round “{ $round }” set up.
cli-round-done = Your coding is done and sealed: { $digest }
cli-round-reopened = Your coding is open again.
cli-round-opened = Round open: everything can be seen.
cli-aligned = Said: “{ $first }”, { $relation }, “{ $second }”.
cli-aligned-none = Said: “{ $first }” has no match.
cli-align-cleared = Alignment taken back.
cli-adopted = “{ $code }” is now part of the study.
cli-decided =
    { $n ->
        [one] { $n } difference settled.
       *[other] { $n } differences settled.
    }
cli-reconciled = Reconciliation closed: { $interview }
cli-unreconciled = Reconciliation reopened: { $interview }
cli-left-open =
    { $n ->
        [0] Nothing is left to settle.
        [one] { $n } difference is left to settle (about { $minutes } min).
       *[other] { $n } differences are left to settle (about { $minutes } min).
    }
cli-edges-accepted = Other edges inside one turn are accepted by rule.
cli-edges-discussed = Other edges are always discussed.
cli-merge-sealed = Received under seal, nothing of it shown: { $members }
column-round = Round
column-coders = Coders
column-difference = Difference
column-verdict = Decision
column-align-relation = Relation
column-shared = Shared
round-state =
    { $state ->
        [sealed] sealed
       *[open] open
    }
coder-done = { $coder } (done)
usage-relation = There is no such relation: { $relation }. Choose same, broader, narrower, overlaps or none.
usage-verdict = There is no such decision: { $verdict }. Choose a, b, both, other or neither.
usage-unit = There is no such unit: { $unit }. Choose turn, char, word, sentence or document.
usage-edges = Edges are written START-END, such as 120-164.
usage-two-coders = Name two coders, separated by a comma.
error-no-two-coders = No interview was coded by two people: name the coders with --coders.
usage-journal-format = There is no such form: { $format }. Choose csv, html or docx.

error-packet-unknown = This packet was not prepared by this copy of the study. Merge the copy that prepared it first.
error-word-came-back = This is the Word packet of { $coder } (“{ $round }”) coming back: take it in under Double coding, on the card of the round, or with “ancrage rounds receive”.
error-packet-altered = This packet is not as it was given, or somebody else worked in it: nothing of it was taken in.
cli-packet = Prepare a sealed packet for a second coder
cli-option-packet-interviews = Interviews given, separated by commas
cli-option-packet-for = For whom; a new name joins the team as a coder
cli-option-packet-codes = With the study's codes; without this option, none
cli-option-packet-instructions = What the coder is told
cli-option-packet-output = File of the packet
cli-packet-made = Packet for { $coder }: { $file }

### The step “Double coding”: its pages, from the sealed round to reconciliation.

## The parts

rounds-part-rounds = Rounds and packets
rounds-part-merge = Merge a copy
rounds-part-alignment =
    { $method ->
        [thematic] Align codes
       *[grounded] Align labels
    }
rounds-part-comparison = Compare
rounds-part-reconciliation = Reconcile
double-coding-nothing-yet = There are not yet two codings to look at together.
double-coding-nothing-yet-advice = Give a packet to a second coder, then open the round once both have declared done.

## Rounds and packets

rounds-title = Double coding
rounds-purpose =
    { $method ->
        [thematic] Two people code the same interviews without seeing each other. Only then are they compared and discussed, and every decision keeps its reason.
       *[grounded] Two people label the same interviews without seeing each other. Only then are they compared and discussed, and every decision keeps its reason.
    }
rounds-new-packet = Prepare a packet…
rounds-new-round = New round in this file…
rounds-new-round-purpose = For two people who work one after the other on this computer: while the round is sealed, neither sees the work of the other.
rounds-packet-back = A packet came back…
rounds-name = Name of the round
rounds-instructions = Instructions
rounds-instructions-hint = For instance: code line by line, close to the words
rounds-seal-round = Seal the round
rounds-still-codes = still coding
rounds-declare-done = Declare my coding done
rounds-done-explained = Your coding is then sealed: its date and its digest are written down. As long as the round is not open, you can reopen it.
rounds-reopen = Reopen my coding
rounds-sealed-at = done on { $at }, digest { $digest }
rounds-seal-reopened = declared done on { $at }, then reopened (digest { $digest })
rounds-seal-broken = done on { $at }: what is there no longer has the digest { $digest }
rounds-after-seal =
    { $n ->
        [one] { $n } passage changed after the seal
       *[other] { $n } passages changed after the seal
    }
rounds-packet-given = Packet given to { $coder } on { $day }
rounds-blind-declared = blindness declared (Word files)
rounds-open-envelopes = Open the envelopes
rounds-open-early = Open before the end…
rounds-open-early-explained = Not all have declared their coding done. Opening now is not undone: what was seen was seen. The reason is written in the journal.
rounds-open-now = Open now
rounds-opened-early = Opened on { $day } before the end: { $reason }
rounds-reason = Reason, in a line
rounds-two-readings = See the two readings again
rounds-copy-sentence = Copy the sentence
rounds-who-coded = Who coded what
rounds-who-coded-legend = ✔ coding finished or declared done; – not read
rounds-reconciled = Reconciliation
rounds-reconciled-yes = closed
rounds-cell-sealed = sealed
rounds-cell-sealed-done = ✔ sealed
rounds-export-as = Export: { $form }
rounds-journal-as = Journal: { $form }

## A packet in the making

packet-new-title = Prepare a packet
packet-new-purpose = A file for the second coder. It holds the current texts and the instructions; no passage, memo or count of the others.
packet-for-whom = For whom
packet-somebody-new = Somebody new
packet-codes =
    { $method ->
        [thematic] Codes to start from
       *[grounded] Labels to start from
    }
packet-codes-none =
    { $method ->
        [thematic] None: each makes their own (open coding)
       *[grounded] None: each makes their own (open coding)
    }
packet-codes-given =
    { $method ->
        [thematic] The codes of the study
       *[grounded] The labels of the study
    }
packet-save = Save the packet…
packet-made = Packet saved: { $file }

## A packet that was received

packet-title = Your packet
packet-purpose =
    { $method ->
        [thematic] Code these interviews in your own way. Nobody sees your work, and you see nobody’s, until the envelopes are opened.
       *[grounded] Label these interviews in your own way. Nobody sees your work, and you see nobody’s, until the envelopes are opened.
    }
packet-empty = This packet holds no round of coding.
packet-to-code = Interviews to code
packet-code-it = Code { $interview }
packet-way-back = When you are done
packet-send-back = Save the file to send back…
packet-send-back-explained = Save a copy and send it back to whoever gave you the packet: it holds your coding and nothing else.
packet-came-locked = This packet came to you protected; you work in a plain copy. Send it back under the same passphrase.
packet-lock-away = Protect and delete the plain copy…
packet-lock-away-explained = With a passphrase, the protected file is read back, then the plain copy goes with its backups and its index. To take it up again, open the protected file.
packet-locked-away = Protected: { $file }. The plain copy, its backups and its index are deleted.

## The opening

opening-title = Two readings of the same interviews
opening-agreements = What you both saw
opening-no-agreement =
    { $method ->
        [thematic] No code is the same on both sides yet: that is expected in open coding. Align the codes first.
       *[grounded] No label is the same on both sides yet: that is expected in open coding. Align the labels first.
    }
opening-left =
    { $n ->
        [0] Nothing is left to discuss.
        [one] { $n } difference is left to discuss: about { $n-minutes } min.
       *[other] { $n } differences are left to discuss: about { $n-minutes } min.
    }
opening-align =
    { $method ->
        [thematic] Align codes
       *[grounded] Align labels
    }
opening-reconcile = Reconcile
opening-close = Later
opening-codes =
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

## Merge

merge-title = Merge a copy
merge-purpose = Another copy of the study, or a packet that came back. Nothing is ever lost: what disagrees stays readable on both sides, and a merge can be taken back.
merge-choose = Choose the other copy…
merge-n-kept =
    { $n ->
        [one] { $n } disagreement settled in the same step: taking the merge back reopens it.
       *[other] { $n } disagreements settled in the same step: taking the merge back reopens them.
    }
merge-n-doubles =
    { $n ->
        [one] { $n } possible double, to be united afterwards
       *[other] { $n } possible doubles, to be united afterwards
    }
merge-take-back = Take the last merge back
merge-taken-back =
    { $n ->
        [one] Merge taken back: { $n } operation left.
       *[other] Merge taken back: { $n } operations left.
    }
merge-would-bring = What “{ $file }” would bring
merge-done = Merged
merge-do = Merge
merge-operations =
    { $n ->
        [one] { $n } operation
       *[other] { $n } operations
    }
merge-new = New: { $what }
merge-changed = Changed: { $what }
merge-n-conflicts =
    { $n ->
        [one] { $n } disagreement to settle
       *[other] { $n } disagreements to settle
    }
merge-n-to-place =
    { $n ->
        [one] { $n } passage to place again
       *[other] { $n } passages to place again
    }
merge-n-composed =
    { $n ->
        [one] { $n } interview corrected on both sides, the corrections put together
       *[other] { $n } interviews corrected on both sides, the corrections put together
    }
merge-nothing-new = Nothing new: this copy is already here.
merge-conflicts = Disagreements
merge-conflicts-purpose = Choose what stays, or leave it for later: both versions are kept.
merge-here = Here ({ $author }): { $said }
merge-there = There ({ $author }): { $said }
merge-later = Decide later
merge-about = { $kind } “{ $name }”, { $field }
merge-unsettled = What waits for somebody
merge-all-settled = Nothing: no disagreement, nothing that looks like a double.
merge-keep = Keep: { $said }
merge-alike = Possible doubles
merge-alike-purpose = They look alike; only somebody of the team can say that they are the same.
merge-pair = “{ $first }” and “{ $second }”
merge-unite = Unite “{ $name }”
merge-dangling = Links to what is no longer there
merge-dangling-line = “{ $name }” refers to “{ $missing }”
merge-cycles = Links that go round in a circle
merge-cycle-line = The link of “{ $name }” is ignored: it closes a circle.

## Fields that disagree

field-name =
    { $group ->
        [life] existence
        [redirect] merger
        [study_title] title
        [study_question] research question
        [study_method] method
        [study_settings] settings
        [member_role] role
        [participant_status] status
        [participant_attribute] characteristic
        [guide_text] text of the guide
        [interview_facts] date and place
        [interview_speakers] speakers
        [interview_status] status
        [interview_current_revision] text
        [interview_finished] coding finished
        [code_place] place in the tree
        [code_level] level
        [code_colour] colour
        [code_definition] definition
        [coding_anchor] edges
        [coding_code]
            { $method ->
                [thematic] code
               *[grounded] label
            }
        [coding_comment] comment
        [coding_state] to decide later
        [memo_text] text of the memo
        [round_done] coding declared done
        [decision_outcome] decision
        [alignment_link] alignment
        [relation_ends] ends
        [relation_nature] nature
        [clause_text] text of the clause
       *[other] name
    }
field-empty = (nothing)
field-kept = kept
field-deleted = deleted
field-text-version = a version of the text
field-under = under “{ $parent }”
field-at-the-top = at the top of the tree
field-hue = colour { $n }
field-yes = yes
field-no = no

## Align

alignment-title = Code alignment
alignment-about = Two code books: { $first }, { $second }. What goes with what was said by the coders; the program only proposed candidates.
alignment-purpose =
    { $method ->
        [thematic] Candidates share passages or have similar names. Only you say what goes with what; what means the same then counts as one code.
       *[grounded] Candidates share passages or have similar names. Only you say what goes with what; what means the same then counts as one label.
    }
alignment-only-open =
    { $n ->
        [one] Only what is not said: { $n }
       *[other] Only what is not said: { $n }
    }
alignment-not-said = not said yet
alignment-shared =
    { $n ->
        [one] { $n } shared
       *[other] { $n } shared
    }
alignment-question = “{ $first }” beside “{ $second }”
alignment-own-book =
    { $method ->
        [thematic] This code is still in its coder’s own book.
       *[grounded] This label is still in its coder’s own book.
    }
alignment-adopt = Take “{ $code }” into the study
alignment-alone = Without a candidate on the other side: { $coder }
alignment-with = What goes with “{ $code }”
alignment-choose = means the same as…

## Compare

compare-other-measures = Other measures
compare-in-text = See in the text
compare-before-discussion = Before discussion: each coded under seal, without seeing the other, and nothing changed since.
compare-unproven = No sealed round proves that each coded without seeing the other: these figures do not necessarily measure independence.
compare-unproven-for = Without a sealed round that proves that each coded without seeing the other: { $interviews }. The rest was coded under seal.
compare-after-discussion =
    { $n ->
        [one] { $n } passage changed after the seal. After discussion: no longer measures independence.
       *[other] { $n } passages changed after the seal. After discussion: no longer measures independence.
    }
compare-kinds = Kinds of difference
compare-left-out = Not compared
compare-all-interviews = All that both have read; tick some to take only those.
compare-unit-title = Unit
compare-rule-title = A unit is coded if
compare-level-title = Level
compare-units = Units
compare-with-interviewer = Count the interviewer too
compare-only = Only { $coder }
compare-differ = Disagreement
compare-not-here = not interpretable here: { $why }
compare-by-code =
    { $method ->
        [thematic] By code
       *[grounded] By label
    }
compare-over-time = Over time
compare-over-time-purpose = What each declared done without seeing the other, then what came after. Only what was before measures independence.
compare-moment-title = Moment
compare-no-round = no round
compare-not-independent = after discussion: no longer measures independence
compare-two-by-two = Two by two
compare-boundaries = Free boundaries
compare-boundaries-purpose = No unit is fixed: the boundaries that each coder set are compared, in the interviews that all have read.
compare-segments = Segments that match: they share at least so many percent of what they cover together. 90% is harsh.
compare-overlap = Overlap
compare-of-coder = Of { $coder }
compare-segment-agreement = Agreement
compare-segment-f1 = F1 one to one
compare-percent = { $n }%
compare-segments-at = Segments at { $n }%
compare-undefined-whole = { $measure }, all together: { $reason }
compare-moment =
    { $moment ->
        [sealed] Before discussion
        [now] Now
       *[settled] After reconciliation
    }
compare-sets =
    { $method ->
        [thematic] Several codes on a unit
       *[grounded] Several labels on a unit
    }
compare-codes-overlap =
    { $method ->
        [thematic] Codes of one coder overlap: there is no u-α of all together, only code by code.
       *[grounded] Labels of one coder overlap: there is no u-α of all together, only label by label.
    }
compare-dash =
    { $method ->
        [thematic]
            { $n ->
                [one] –, for { $n } code: { $why }
               *[other] –, for { $n } codes: { $why }
            }
       *[grounded]
            { $n ->
                [one] –, for { $n } label: { $why }
               *[other] –, for { $n } labels: { $why }
            }
    }
compare-length =
    { $n ->
        [one] { $n } character compared.
       *[other] { $n } characters compared.
    }
compare-sensitivity = All units, all rules
compare-sensitivity-purpose = Means, where the measure is defined. They depend a lot on the unit: fix it before you look.
measure-name =
    { $measure ->
        [observed_agreement] Observed agreement
        [positive_agreement] Positive agreement
        [negative_agreement] Negative agreement
        [cohen_kappa] Cohen’s κ
        [scott_pi] Scott’s π
        [gwet_ac1] Gwet’s AC1
        [brennan_prediger] Brennan–Prediger
        [krippendorff_alpha] Krippendorff’s α
        [prevalence_index] Prevalence
        [bias_index] Bias
        [fleiss_kappa] Fleiss’ κ
        [conger_kappa] Conger’s κ
        [u_alpha] u-α
        [u_alpha_binary] |u-α (coded or not)
        [cu_alpha] cu-α
        [cu_alpha_coverage] coverage of cu-α
        [ku_alpha] (k)u-α
        [ku_coverage] coverage
        [alpha_jaccard] α (Jaccard)
        [alpha_dice] α (Dice)
        [alpha_masi] α (MASI)
        [alpha_nominal] α (same sets)
       *[light_kappa] Light’s κ
    }
undefined-reason =
    { $why ->
        [no_units] there is nothing to compare
        [no_pairable_units] no unit was read by two coders
        [no_variation] everything is in one category, chance cannot be told from agreement
        [nothing_coded] nobody coded anything so
        [everything_coded] everything was coded by everybody
        [no_overlap] nothing is marked by both
        [not_two_coders] this measure is for two coders
        [unequal_ratings] the coders did not all read the same units
       *[other] there are too few units
    }

## Reconcile

desk-differences = Differences
desk-left =
    { $n ->
        [0] nothing is left
        [one] { $n } left, about { $n-minutes } min
       *[other] { $n } left, about { $n-minutes } min
    }
desk-every-kind = All
desk-kind =
    { $kind ->
        [agreement] Agreement
        [other_edges] Other edges
        [sibling_code]
            { $method ->
                [thematic] Sibling code
               *[grounded] Sibling label
            }
        [other_code]
            { $method ->
                [thematic] Other code
               *[grounded] Other label
            }
        [only_first] Only { $first }
       *[only_second] Only { $second }
    }
desk-by-code =
    { $method ->
        [thematic] By code
       *[grounded] By label
    }
desk-show-all = What is settled too
desk-accept-edges = Accept other edges inside one turn without discussion
desk-accept-agreements =
    { $n ->
        [one] Keep { $n } agreement
       *[other] Keep { $n } agreements
    }
desk-agreement = Agreement
desk-agreement-before =
    { $n ->
        [one] Before discussion: { $n } passage of { $all }, with the same meaning
       *[other] Before discussion: { $n } passages of { $all }, with the same meaning
    }
desk-agreement-after =
    { $n ->
        [one] After discussion: { $n } passage of { $all }
       *[other] After discussion: { $n } passages of { $all }
    }
desk-after-discussion = After discussion: no longer measures independence.
desk-journal = Reconciliation journal
desk-nothing-left = Nothing is left to settle here.
desk-nothing-left-advice = “What is settled too” shows the decisions, which can be taken up again.
desk-state =
    { $state ->
        [decided] settled
       *[reopened] settled, then changed: look again
    }
desk-who-is-who = A: { $first } — B: { $second }
desk-only = only { $coder }
desk-both = both
desk-choose = Choose a difference in the list.
desk-decide = Decide
desk-was-decided = Decided: { $verdict } ({ $codes })
desk-reopened = One of the passages came or changed since.
desk-not-coded = nothing
desk-both-codes = Both
desk-other = Other…
desk-neither = Neither
desk-other-is = Instead: { $codes }
desk-other-title =
    { $method ->
        [thematic] Which code is agreed on?
       *[grounded] Which label is agreed on?
    }
desk-batch =
    { $n ->
        [one] For { $n } passage of these two (P)
       *[other] For the { $n } passages of these two (P)
    }
desk-edges = Edges
desk-edge-start = beginning
desk-edge-end = end
desk-edge-start-back = Begin one word earlier
desk-edge-start-on = Begin one word later
desk-edge-end-back = End one word earlier
desk-edge-end-on = End one word later
desk-edges-back = Edges as they were
desk-reason = Reason, in a line
desk-decide-and-next = Decide, then next
desk-no-arbiter = No arbitration
desk-arbitration = Arbitration
desk-present = Present
desk-present-one = Present: { $member }
desk-signed-together = Signed together.
desk-signed-alone = One of the two coders is missing: the decision is not signed together.
desk-discussion = Discussion
desk-say = Say something
desk-say-of-passage = Say about this passage
desk-say-of-code = Say about “{ $code }”

## Locked packets

error-locked = This file is locked with a passphrase: give it to open the file.
error-passphrase-needed = Give a passphrase.
error-passphrase-refused = This is not the passphrase of this file, or the file was changed. Nothing was opened.
error-not-locked = This file is not locked with a passphrase.
error-cannot-lock = This machine cannot lock the file: there is too little memory, or the system gives no chance.
error-grew-since-locked = More was done while the file was being locked: nothing was removed. Open the study again and start over.
cli-lock = Lock a file with a passphrase, to be sent
cli-unlock = Open a file that is locked with a passphrase
cli-option-packet-protect = Lock the packet with a passphrase
cli-option-passphrase-file = File whose first line is the passphrase; else ANCRAGE_PASSPHRASE, else it is asked for
cli-argument-locked = Locked file
cli-argument-unlocked = File to lock
cli-passphrase-ask = Passphrase:
usage-passphrase = A passphrase is needed: --passphrase-file, ANCRAGE_PASSPHRASE, or a terminal to type it on.
cli-locked = Locked: { $file }
cli-unlocked = Opened: { $file }
locked-title = This packet is locked
locked-explained = Give the passphrase that you were told apart from the file. Your work will be in “{ $file }”, beside it.
locked-copy-explained = Give the passphrase of the packet that came back.
locked-passphrase = Passphrase
locked-open = Open
packet-protect = Lock with a passphrase
packet-protect-explained = Tell it by word of mouth, or by another way than the file’s. Once lost it cannot be found again.
packet-protect-back = Passphrase for the way back (optional)

## Packets in Word

packet-form = In which form
packet-form-project = An Ancrage file: blindness is sealed
packet-form-word = Word files, to comment on: blindness is declared
packet-form-word-explained = One file for each interview. In Word the coder selects words and writes the label as a comment; when it comes back, each comment becomes a passage of theirs.
rounds-word-back = Choose the Word file that came back
rounds-word-back-of = Word file back from { $coder }…
word-list =
    { $method ->
        [thematic] List of codes
       *[grounded] List of labels
    }
word-list-how =
    { $method ->
        [thematic] The list of codes is at the end of this document. To code, select words and write the name of a code as a comment; a new name makes a new code.
       *[grounded] The list of labels is at the end of this document. To label, select words and write the name of a label as a comment; a new name makes a new label.
    }
word-back-title = A Word packet has come back
word-back-explained = “{ $file }” is the packet of { $coder } for “{ $round }”. The comments become their passages; these stay sealed until the round is opened.
word-back-take = Take the comments in
word-received =
    { $n ->
        [one] { $n } comment taken in as a passage.
       *[other] { $n } comments taken in as passages.
    }
word-unplaced =
    { $n ->
        [one] { $n } comment to place
       *[other] { $n } comments to place
    }
word-unplaced-explained = Their words are not found in the text as it is now: their coder can carry them over by hand.
cli-option-packet-docx = Word files to comment on, one for each interview; blindness is then declared
cli-rounds-receive = takes in a Word file that came back from a coder
cli-argument-word-file = Word file that came back
cli-option-word-for = From whom it comes

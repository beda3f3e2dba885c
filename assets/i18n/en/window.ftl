### Window: menus, panels, buttons, status line.
###
### French is the source: every message here exists in the French file of the same name, with the same
### variables. Quotation marks are “ ”; no space before punctuation; apostrophes may be typed straight.
### $method is “grounded” (label) or “thematic” (code): one word per thing, by the method.

## Name of the application

-ancrage = Ancrage
app-name = { -ancrage }
app-purpose = Grounded-theory analysis of interviews
window-title = { $study } — { -ancrage }

## Rail of steps: name, and what the step will be for (.purpose)

rail-heading = The work, step by step
rail-collapse = Fold the rail
rail-expand = Unfold the rail
rail-study = Study
    .purpose = The question, the team and the criteria: what everything else stands on.
rail-interviews = Interviews
    .purpose = Read the transcripts and label what is said in them.
rail-codes =
    { $method ->
        [thematic] Codes
       *[grounded] Labels
    }
    .purpose =
        { $method ->
            [thematic] Name, define, group: the codes and their passages.
           *[grounded] Name, define, group: the labels and their passages.
        }
rail-categories =
    { $method ->
        [thematic] Themes and tree
       *[grounded] Categories and model
    }
    .purpose =
        { $method ->
            [thematic] Gather codes into themes and draw the thematic tree.
           *[grounded] Gather labels into categories, describe their properties and link them in a model.
        }
rail-double-coding = Double coding
    .purpose = Code in pairs without seeing each other, measure agreement, settle what differs.
rail-saturation = Saturation
    .purpose = Show from which interview on nothing new appears.
rail-search = Search
    .purpose = Find a word or a phrase in every transcript.
rail-memos = Memos
    .purpose = Write down what you think while you analyse, with its date.
rail-writing = Writing
    .purpose = Take the excerpts, the figures, the code book and the annexes for the thesis.
rail-guide = Interview guide
rail-journal = Audit trail

## Top bar

top-palette = Find or do…
top-member = You are working as { $member }
top-no-study = No study is open

## File menu

menu-file = File
menu-new-study = New study…
menu-open = Open…
menu-open-recent = Recent studies
menu-example = Open the example study
menu-import-interviews = Import interviews…
menu-import-codings =
    { $method ->
        [thematic] Import coded passages…
       *[grounded] Import labelled passages…
    }
menu-import-codes =
    { $method ->
        [thematic] Import a code book…
       *[grounded] Import a list of labels…
    }
menu-import-participants = Import participants…
menu-export = Export…
menu-write-memo = Write a memo…
menu-favourite =
    { $method ->
        [thematic] Give the chosen code a digit, or take it back
       *[grounded] Give the chosen label a digit, or take it back
    }
menu-rename-interview = Rename the interview…
menu-exclude-interview = Exclude the interview, or take it back…
notice-favourite = “{ $label }”: key { $key }
notice-favourite-free = “{ $label }” has no key any more
menu-save-copy = Save a copy…
menu-backups = Backups…
backups-title = Backups
backups-hint = One a day, and one before each act that cannot be undone. Restoring makes a copy: the open study does not change.
backups-looking = Reading the backups…
backups-none = No backup yet.
backups-now = Back up now
backups-restore = Restore as a copy…
backup-daily = daily
backup-asked = asked for
backup-before = before a change
size-kilobytes = { $n } kB
menu-theme-as-system = Light or dark as the system is
menu-contrast = Stronger contrast
menu-still = Reduce motion
menu-close-study = Close the study
menu-quit = Quit

## Edit menu

menu-edit = Edit
menu-coding =
    { $method ->
        [thematic] Coding
       *[grounded] Labelling
    }
menu-interview = Interview
menu-steps = Steps
menu-switch-layer = Switch layer (experiential, thematic)
menu-layers-apart = Show the layers apart or together
menu-next-panel = Next panel
menu-undo = Undo
menu-undo-what = Undo: { $what }
menu-redo = Redo
menu-redo-what = Redo: { $what }
menu-copy = Copy
menu-find = Find…
menu-palette = All commands…

## View menu

menu-view = View
menu-reading-mode = Reading mode
menu-theme = Appearance
menu-theme-light = Light
menu-theme-dark = Dark
menu-theme-system = As the system
menu-switch-theme = Light or dark
menu-switch-language = Français (change language)
menu-language = Language
menu-zoom-in = Larger
menu-zoom-out = Smaller
menu-zoom-reset = Normal size
menu-show-rail = Show the rail
menu-show-codes =
    { $method ->
        [thematic] Show the codes
       *[grounded] Show the labels
    }

## Help menu

menu-help = Help
menu-shortcuts = Keyboard shortcuts
menu-about = About { -ancrage }

## Keys

key-ctrl = Ctrl
key-command = Cmd
key-shift = Shift
key-alt = Alt
key-enter = Enter
key-escape = Esc
key-delete = Del
key-space = Space
key-tab = Tab
key-page-up = Page Up
key-page-down = Page Down

## Common buttons

button-ok = OK
button-cancel = Cancel
button-close = Close
button-apply = Apply
button-create = Create
button-delete = Delete
button-rename = Rename
button-add = Add
button-choose-file = Choose a file…
button-retry = Try again
button-details = Details
button-back = Back
button-continue = Continue

## Status line

status-saved-now = Saved just now
status-saved-at = Saved at { $time }
status-saving = Saving…
status-not-saved = Not saved
status-index-ready = Index up to date
status-index-running = Indexing…
status-undo-hint = Undo: { $what }
status-nothing-to-undo = Nothing to undo
status-zoom = { $n }%
status-synchronised-short = synchronised folder
status-synchronised-folder = This study is in a synchronised folder: open it on one computer at a time.

## Welcome: no study open

welcome-title = Welcome to { -ancrage }
welcome-purpose = Import your transcripts, label them, compare, write: everything stays anchored in the text.
welcome-new = Start a study
welcome-open = Open a study
welcome-example = Discover with the example study
welcome-example-hint = Eight invented interviews, partly labelled already; try anything, everything can be undone.

## Study: creation and details

study-new-title = New study
study-title = Title of the study
study-title-hint = Doing without care in rural areas
study-question = Research question
study-method = Method
study-participants-noun = What do you call your participants?
study-participants-noun-hint = EMG, GP, P…
study-your-name = Your name
study-your-name-hint = The one that will sign your labels.
study-file = File of the study
study-create = Create the study
study-team = Team
study-add-member = Add a person
study-member-role = Role
study-criteria = Inclusion and exclusion criteria
study-empty-team = For now the team is only you. Add the thesis directors and the person who will be the second coder.

## Interviews: list

interviews-title = Interviews
interviews-filter = Filter interviews
interviews-sort = Sort interviews
interviews-sort-study = In the order of the study
interviews-sort-name = By name
interviews-sort-date = By date
interviews-sort-passages = By number of passages
interviews-sort-state = What is left to do first
interviews-no-match = No interview of that name.
view-options = Show
view-options-name = What the text shows: layers and coders
view-options-now = Show: { $what }
view-layer-short-experiential = experiential
view-layer-short-thematic = thematic
view-layers = Layer in which I write
view-layer-experiential = Experiential: what the person lives through
view-layer-thematic = Thematic: what they talk about
view-both-layers = Show both layers together
view-coders = Passages of
view-everybody = Everybody
view-everything = everything
view-turn-numbers = Number the turns
view-ask-readings = Remind me to read twice before I begin
reading-reminder =
    { $n ->
        [0] Two whole readings before you begin: none is noted.
       *[other] Two whole readings before you begin: one is noted.
    }
interviews-empty = No interview yet.
interviews-empty-purpose = Import your transcripts (Word, LibreOffice, plain text, subtitles): the turns are recognised, nothing is rewritten.
interviews-import = Import interviews
interviews-select = Choose an interview to read it.
interview-open = Open { $interview }
interview-rename = Rename the interview
interview-finish = Coding finished
interview-reopen = Reopen the coding
interview-next = Next interview or tab
interview-previous = Previous interview or tab
interview-name = Name of the interview
interview-rename-ask = Rename…
interview-exclude-ask = Exclude from the analysis…
exclude-reason = Reason
exclude-hint =
    { $method ->
        [thematic] Its codes stay readable but no longer count. It can be taken back at any time.
       *[grounded] Its labels stay readable but no longer count. It can be taken back at any time.
    }
reading-hint = One whole re-reading, dated today. The time it took is optional.
reading-minutes = Time taken (45, 1 h 05)
interview-note-reading = Note a re-reading
interview-exclude = Exclude from the analysis
interview-include = Take back into the analysis
interview-excluded-since = { $reason } since { $date }
interview-progress =
    { $method ->
        [thematic] { $n }% of the text is coded
       *[grounded] { $n }% of the text is labelled
    }
interview-date = Date
interview-duration = Duration
interview-place = Place

## Text of an interview

transcript-label = Transcript of { $interview }
transcript-empty = This text is empty.
transcript-no-turns = No speaker recognised: the whole text is shown as it is.
transcript-go-to = Go to the passage
transcript-go-to-turn = Go to a turn…
go-to-turn-hint = The number of the turn, or a time of the recording (12:11).
go-to-turn-field = Turn or time
go-to-turn-unknown = There is no turn there.
transcript-correct = Correct the text…
menu-of-text = The text
correction-done = Correct
correction-mask = Mask as ***
correction-mask-hint = Puts *** in the place of the selected words.
correction-keys = Ctrl Enter corrects, Escape leaves.
correction-speaker = Who speaks
correction-field = Words of the turn
mask-ask = Mask a name everywhere…
mask-title = Mask a name
mask-hint = The name and its variants become ***, in one correction that can be undone. Passages follow.
mask-names = Name, first name (separated by commas)
mask-everywhere = In all interviews
mask-looking = Looking…
mask-none = This name is nowhere.
mask-variant = { $written } ({ $count })
mask-done =
    { $count ->
        [one] Mask { $count } time
       *[other] Mask { $count } times
    }
mask-forget = Forget the unmasked version…
mask-forget-ask = Forget the unmasked version…
forget-title = Forget the unmasked version?
forget-hint = The text as it was, the imported file and the names that were replaced leave this project and its backups. This cannot be undone.
forget-done = Forget for good
forget-quotes = These texts may still quote what was masked. Read them again.
to-place-title =
    { $n ->
        [one] { $n } passage to place again
       *[other] { $n } passages to place again
    }
to-place-hint = A correction took their words away. Nothing is moved without you.
to-place-proposal = Perhaps here: “{ $quote }” ({ $n }%)
to-place-no-proposal = No passage resembles it.
to-place-accept = Place here
to-place-look = Go and see
to-place-here = On the selected words
transcript-copy-quote = Copy the excerpt
transcript-show-interviewer = Show the interviewer
transcript-overview = Overview of the passages
passage-apply-code =
    { $method ->
        [thematic] Code this passage
       *[grounded] Label this passage
    }
passage-apply-last = Apply “{ $code }” again
passage-last-code =
    { $method ->
        [thematic] Apply the last code again
       *[grounded] Apply the last label again
    }
passage-in-vivo =
    { $method ->
        [thematic] Code with its own words (in vivo)
       *[grounded] Label with its own words (in vivo)
    }
passage-remove =
    { $method ->
        [thematic] Remove this code
       *[grounded] Remove this label
    }
passage-recode =
    { $method ->
        [thematic] Change the code…
       *[grounded] Change the label…
    }
passage-move-edges = Move the edges
passage-comment = Comment
passage-comment-ask = Comment…
passage-memo = Write a memo…
passage-decided = Decided
passage-undecided = To decide later
passage-show-code = See all its passages
passage-open-coding =
    { $method ->
        [thematic] Open coding: ask for a code at each selected passage
       *[grounded] Open coding: ask for a label at each selected passage
    }
passage-join =
    { $method ->
        [thematic] Join the overlapping passages of this code
       *[grounded] Join the overlapping passages of this label
    }
passage-join-short = Join them
comment-hint = A sentence for yourself: it shows when the pointer rests on the passage.
comment-field = Comment
code-to-decide = to decide
passage-decide-later = Decide later
passage-coded-by = { $code }, by { $coder }
passage-codes-here =
    { $n ->
        [one] { $n } passage here
       *[other] { $n } passages here
    }
selection-words =
    { $n ->
        [one] { $n } word selected
       *[other] { $n } words selected
    }
filter-coders = Coders
filter-codes =
    { $method ->
        [thematic] Codes shown
       *[grounded] Labels shown
    }
filter-all = Show all

## Labels (codes): tree

codes-filter = Filter
codes-new =
    { $method ->
        [thematic] New code
       *[grounded] New label
    }
codes-new-under =
    { $method ->
        [thematic] New code under “{ $code }”
       *[grounded] New label under “{ $code }”
    }
codes-empty =
    { $method ->
        [thematic] No code yet.
       *[grounded] No label yet.
    }
codes-empty-purpose =
    { $method ->
        [thematic] Select a passage in an interview and type the first words of a code.
       *[grounded] Select a passage in an interview and say in a few words what the person goes through.
    }
codes-no-match = Nothing matches “{ $filter }”.
codes-rename = Rename
codes-define = Define…
codes-colour = Colour
codes-merge-into = Merge with…
codes-merge-confirm = Merge “{ $from }” into “{ $into }”? The passages follow; it can be undone.
codes-delete = Delete
codes-delete-confirm =
    { $n ->
        [0] Delete “{ $code }”? No passage depends on it.
        [one] Delete “{ $code }”? Its passage stays readable as deleted; it can be undone.
       *[other] Delete “{ $code }”? Its { $n } passages stay readable as deleted; it can be undone.
    }
codes-move-to-root = Move to the top level
codes-under-key = { $code }, key { $key }
codes-favourite = Keep under the key { $key }
codes-favourite-leave = Free the key { $key }
code-definition = Definition
code-definition-hint = What it covers, what it does not.
code-name =
    { $method ->
        [thematic] Name of the code
       *[grounded] Name of the label
    }

## Choosing a label for the selected passage

picker-title =
    { $method ->
        [thematic] Code the passage
       *[grounded] Label the passage
    }
picker-question =
    { $layer ->
        [thematic] What are they talking about?
       *[experiential] What is this person living through?
    }
picker-create = Create “{ $name }”
picker-create-under = Create “{ $name }” in { $under }
picker-taken = Already given: { $codes }
picker-hint-recode = Enter changes, Escape closes.
picker-hint = Enter applies, Shift Enter applies and goes on, Escape closes.
picker-recent =
    { $method ->
        [thematic] Latest codes
       *[grounded] Latest labels
    }
picker-no-match = Nothing of that name: Ctrl Enter creates it.

## Passages of a label

passages-title = Passages of “{ $code }”
passages-empty = No passage yet.
passages-choose =
    { $method ->
        [thematic] Choose a code to read its passages.
       *[grounded] Choose a label to read its passages.
    }
passages-with-children =
    { $method ->
        [thematic] With the codes below
       *[grounded] With the labels below
    }
passages-to-place = To place again
passages-copy = Copy the passages
passages-quote = “{ $quote }”

## Search

search-hint = A word, "a phrase", dé*, -not
search-empty = Type a word to find it in every interview.
search-none = No occurrence of “{ $query }”.
search-occurrences =
    { $n ->
        [one] { $n } occurrence
       *[other] { $n } occurrences
    }
search-exact = Exact accents and form
search-help = A phrase between quotation marks is looked for as it is; dis* finds what begins so; -word leaves out; OR joins; word~ allows a mistake; /…/ is a regular expression.
search-none-advice = Check the spelling, try the beginning of the word with *, or look in the interviewers' questions as well.
search-in-memos = In memos as well
search-in-codes =
    { $method ->
        [thematic] In codes as well
       *[grounded] In labels as well
    }
search-ranked = Most relevant first
search-saved = Kept searches:
search-forget = Forget the search “{ $query }”
search-keep = Keep this search
search-like = Passages like “{ $passage }”
search-like-end = Back to words
search-in-turns =
    { $count ->
        [one] { $occurrences } in { $count } turn
       *[other] { $occurrences } in { $count } turns
    }
search-of-people =
    { $count ->
        [one] { $found }, { $count } participant
       *[other] { $found }, { $count } participants
    }
search-first-shown = The first { $count } are shown.
search-by-interview = By interview
search-concordance = Concordance
search-sorted-left = Sorted by the left
search-sorted-right = Sorted by the right
search-by-participant = By participant
search-go-to = Go to this passage of { $interview }
search-everywhere = Search everywhere
search-similar = Passages like this one
search-code-all =
    { $method ->
        [thematic] Code all results…
       *[grounded] Label all results…
    }
search-unit-turn = The whole turn
search-unit-sentence = The sentence
search-unit-words = The words found
search-passages =
    { $method ->
        [thematic] { $count ->
            [one] { $count } passage to code
           *[other] { $count } passages to code
        }
       *[grounded] { $count ->
            [one] { $count } passage to label
           *[other] { $count } passages to label
        }
    }
search-code-with =
    { $method ->
        [thematic] With which code?
       *[grounded] With which label?
    }
search-code-them =
    { $method ->
        [thematic] { $count ->
            [one] Code { $count } passage
           *[other] Code { $count } passages
        }
       *[grounded] { $count ->
            [one] Label { $count } passage
           *[other] Label { $count } passages
        }
    }
search-code-new = Create “{ $name }” and apply it
search-filter-voices = Who speaks
search-voices-participants = the participants
search-voices-all = everybody
search-voices-interviewers = the interviewers
search-filter-all = all
search-filter-chosen =
    { $count ->
        [one] { $count } chosen
       *[other] { $count } chosen
    }
search-filter-coded = Where
search-coded-anywhere = anywhere
search-coded-inside =
    { $method ->
        [thematic] in coded passages
       *[grounded] in labelled passages
    }
search-coded-outside =
    { $method ->
        [thematic] outside coded passages
       *[grounded] outside labelled passages
    }
search-filter-code =
    { $method ->
        [thematic] Code
       *[grounded] Label
    }
search-code-any =
    { $method ->
        [thematic] any
       *[grounded] any
    }
search-layer-any = both
search-filters-clear = Clear the filters
terms-title = The words said most often
terms-of =
    { $count ->
        [one] of { $count } word
       *[other] of { $count } words
    }
terms-ignored = Ignored words…
terms-ignored-title = Ignored words
terms-ignored-hint = One word a line, or between spaces; what follows # is a remark. The list is kept with the study.
terms-ignored-shipped = Take the list that comes with the program
find-in-text = Find in this text
find-place = { $n } of { $count }
find-none = Nothing in this text
find-next = Next
find-previous = Previous

## Memos

memos-new = New memo
memos-empty = No memo yet.
memos-empty-purpose = An idea, a doubt, a comparison: write it while it is fresh.
memo-title = Title of the memo
memo-body = Text of the memo

## Audit trail

journal-title = Audit trail
journal-empty = Nothing has been done in this study yet.
journal-undone = undone since

## Copies, conflicts

conflict-title = Two versions
conflict-kept = Keep the version of { $member }
conflict-purpose = Two people changed the same thing without seeing each other. Both versions stay readable until you settle it.

## Palette, shortcuts, about

palette-hint = Type what you want to do
palette-none = No command of that name.
shortcuts-title = Keyboard shortcuts
shortcuts-hint = Press keys to change them; Backspace takes them away.
shortcuts-press = Press the keys…
shortcuts-change = Change the keys: { $command }
shortcuts-restore = Restore
shortcuts-taken = These keys are taken: { $command }.
shortcuts-in-text = In the text
shortcuts-gestures =
    { $method ->
        [thematic] A letter looks for a code for the selected words. 1 to 9: favourite codes.
       *[grounded] A letter looks for a label for the selected words. 1 to 9: favourite labels.
    }
shortcuts-select = Shift and the arrows select; Ctrl goes by word and by turn. F8 extends to the word, the sentence, the turn; Shift F8 goes back.
shortcuts-mouse = By mouse: whole words, with Alt exact characters; two clicks a word, three a sentence, four a turn.
shortcuts-codings = Alt and up or down goes from passage to passage; Alt and right or left moves its end, with Shift its beginning.
about-version = Version { $version }
about-licence = Free software, MIT and Apache 2.0 licences.

## Choosing a file

file-path = Path of the file
file-path-hint = Paste a path, or drop a file on the window.
file-up = Folder above
file-none = No such file here.
crash-title = A part of the window stopped working.
crash-safe = Everything that was saved still is: nothing is lost.
crash-go-on = Go on
crash-welcome = Back to the first screen
crash-copy = Copy the details
crash-job = This work failed; the study has not changed. Try again, or go on otherwise.
crash-study = The study stopped answering. Everything that was saved is in the file: open it again.
file-drop-here = Drop the files to import them
file-dialog-unavailable = The file chooser of this system does not answer: paste the path of the file.

## Long work

job-cancel = Stop
job-cancelled = Stopped. Nothing has changed.
job-progress = { $n } of { $n-total }
job-running = { $what }…

## Notices at the bottom of the window

notice-dismiss = Close the notice
notices-title = Messages received
notices-none = No message since the program was opened.
notice-written = Saved: { $path }
notice-imported =
    { $n ->
        [one] { $n } interview imported
       *[other] { $n } interviews imported
    }
notice-select-words = First select some words in the text.
notice-choose-turn = First put the caret in a turn.
notice-corrected = Text corrected.
notice-moved =
    { $n ->
        [one] Text corrected: { $n } passage moved with its words.
       *[other] Text corrected: { $n } passages moved with their words.
    }
notice-moved-and-lost = Text corrected: { $n-moved } moved, { $n-lost } to place again.
notice-masked = Name masked. The former text stays in the history.
notice-forgotten = The unmasked version is forgotten.
notice-choose-coding =
    { $method ->
        [thematic] First choose a coded passage: a click on its words or in the margin.
       *[grounded] First choose a labelled passage: a click on its words or in the margin.
    }
notice-no-last-code =
    { $method ->
        [thematic] No code has been applied since the study was opened.
       *[grounded] No label has been applied since the study was opened.
    }
notice-open-coding-on =
    { $method ->
        [thematic] Open coding: each selected passage asks for its code.
       *[grounded] Open coding: each selected passage asks for its label.
    }
notice-open-coding-off =
    { $method ->
        [thematic] Open coding stopped.
       *[grounded] Open coding stopped.
    }
notice-no-overlap =
    { $method ->
        [thematic] No other passage of this code overlaps it.
       *[grounded] No other passage of this label overlaps it.
    }
notice-overlap =
    { $method ->
        [thematic] This passage overlaps another of the same code.
       *[grounded] This passage overlaps another of the same label.
    }
notice-who-acts = Who is working? Choose your name.
member-choose = I am { $member }
opening-study = Opening the study...
open-path = Open this path
welcome-recent = Last study: { $file }

## Other words by which a command is found

command-also =
    { $command ->
        [import] transcript verbatim file docx odt pdf text word
        [participants] age sex characteristics table excel csv
        [codes] code book labels taguette nvivo maxqda qdc excel csv
        [export] word excel csv docx xlsx page html appendix quotes quotations table passages supervisor send
        [copy] usb stick share send save as
        [backups] restore recover find version save
        [undo] revert go back mistake
        [correct] typo misprint change text transcript
        [mask] anonymise anonymize pseudonymise
        [forget] anonymise erase purge delete
        [apply] code label tag
        [uncode] delete erase remove withdraw
        [later] doubt hesitate
        [note] note idea comment memo diary
        [exclude] withdraw a participant remove exclude delete an interview consent
        [finish] done finished reread
        [speakers] speaker interviewer researcher voice
        [search] find look for word phrase frequency occurrences
        [journal] history audit trail operations dates
        [look] dark light night contrast colours readable
        [zoom] size font letters bigger
        [help] help keys keyboard
        [step-study] participants team title research question progress
        [step-interviews] transcript verbatim text read code
        [step-codes] book labels codes tree merge rename definition
        [step-categories] theory schema map properties dimensions relations sorting axial group
        [step-double-coding] envelope sealed packet second coder blind round word kappa agreement disagreement compare reconcile merge copies triangulation
        [step-saturation] curve sufficiency claim guest grid
        [step-writing] thesis results appendix coreq quotes word send
        [step-review] director supervisor visa sign countersign review comments
       *[nothing] –
    }

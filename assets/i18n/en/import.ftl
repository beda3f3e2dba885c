### Import of transcripts: preview, speakers, warnings, progress.

## Dialogue

import-title = Import interviews
import-choose-files = Choose files…
import-formats = Word, LibreOffice, RTF, plain text, subtitles (Zoom, Teams, Whisper)
import-nothing-written = Nothing is written into the study until you confirm.
import-confirm =
    { $n ->
        [one] Import the interview
       *[other] Import the { $n } interviews
    }
import-interview-name = Name of the interview
import-participant = Participant
import-participant-new = New participant “{ $name }”
import-skip-file = Do not import this file
import-already-there = This file is in the study already: { $interview }.
import-preview = Preview

import-files = Files
import-refused = Refused
import-keep-original = Keep the original file in the study
import-together = Same choices for all files
import-leave = Give up everything that you decided here?
import-leave-yes = Yes, give it all up
import-leave-no = Go on
import-step-back = One step back
import-encoding = Encoding of the text
import-encoding-known = recognised by itself
import-encoding-mac = Mac Roman (old Macintosh)
import-parts =
    { $n ->
        [one] { $n } interview in this file
       *[other] { $n } interviews in this file
    }
import-parts-split = Make them separate interviews
import-parts-keep = Make them one
import-part-name = Name of interview no. { $number }
import-show-place = Show in the text

## Turns: reading and correcting them

turns-title = Turns
turns-hint = Click in the text where something is wrong.
turns-speaker = Who speaks here
turns-split = Cut here
turns-join = Join to the one before
turns-give-before = Start to the turn before
turns-give-after = End to the turn after
turns-silence = Not a turn
turns-voice = Make it a turn
turns-choose = choose…
turns-new-voice = New speaker
turns-voice-number = Speaker { $number }
turns-apart = Outside the turns
turns-keys = Enter cuts at the cursor, Backspace joins to the one before, Alt ↑ and Alt ↓ give the start or the end to the neighbour, 1 to 9 change the voice.
turns-row = { $speaker }: { $words }
turns-correct = Speakers and turns
turns-correct-ask = Speakers and turns…
turns-correct-purpose = The text and the coded passages stay as they are: only who speaks, and where.
turns-correct-confirm = Save the corrections

## Speakers found

import-speakers = Who speaks?
import-speaker-role = Role of { $label }
import-speaker-turns =
    { $n ->
        [one] { $n } turn
       *[other] { $n } turns
    }
import-speaker-name = Name: { $label }
import-speaker-participant = Participant: { $label }
import-participant-like-interview = as the interview
import-participant-is-new = { $name } (new)
import-participant-type = Another name, then Enter
import-speaker-also = also written { $labels }
import-unite-spellings = Unite close spellings
import-separate = Separate “{ $label }”
import-speaker-same-as = Probably the same person as “{ $label }”
import-speaker-unite = Unite with “{ $label }”
import-no-speakers = No speaker recognised: the whole text will be shown as it is, without turns.

## What the head of the text says

import-facts = Read at the head of the text
import-fact-name =
    { $kind ->
        [date] Date
        [time] Time
        [duration] Duration
        [place] Place
        [profession] Occupation
        [age] Age
        [gender] Gender
        [participant] Participant
        [interviewer] Interviewer
        [legend] Legend
       *[other] Other
    }

import-fact = { $name }: { $value }
import-fact-understood = { $name }: { $understood } (written “{ $value }”)

## Comments in the margin

import-comments =
    { $n ->
        [one] { $n } comment in the margin
       *[other] { $n } comments in the margin
    }
import-comments-as-codings =
    { $method ->
        [thematic] Take the comments as coded passages
       *[grounded] Take the comments as labelled passages
    }
import-comments-skip = Leave the comments out

import-comments-became =
    { $n ->
        [one] { $n } comment became
       *[other] { $n } comments became
    } { $method ->
        [thematic]
            { $n-codings ->
                [one] { $n-codings } coded passage
               *[other] { $n-codings } coded passages
            }
       *[grounded]
            { $n-codings ->
                [one] { $n-codings } labelled passage
               *[other] { $n-codings } labelled passages
            }
    }, { $n-lost ->
        [0] 0 lost.
        [one] { $n-lost } left out.
       *[other] { $n-lost } left out.
    }
import-comments-would =
    { $n ->
        [one] { $n } comment would become
       *[other] { $n } comments would become
    } { $method ->
        [thematic]
            { $n-codings ->
                [one] { $n-codings } coded passage
               *[other] { $n-codings } coded passages
            }
       *[grounded]
            { $n-codings ->
                [one] { $n-codings } labelled passage
               *[other] { $n-codings } labelled passages
            }
    }, { $n-lost ->
        [0] 0 lost.
        [one] { $n-lost } left out.
       *[other] { $n-lost } left out.
    }
import-comment-left-out =
    { $why ->
        [empty] A comment without text is left out ({ $author }).
       *[outside_turns] A comment outside what is said is left out ({ $author }): “{ $text }”
    }
import-comment-coder = Whose they are: { $author }
import-coder-me = me
import-coder-new = { $name } (new member)
import-comment-nobody = no author
import-new-member = { $name } joins the team: some comments are theirs.

## Warnings: what was left out, replaced or guessed

import-warnings =
    { $n ->
        [one] { $n } point to check
       *[other] { $n } points to check
    }
warning-no-speakers = No speaker recognised.
warning-no-text = This file holds no text.
warning-encoding-guessed = Encoding guessed: { $encoding }. Check the accents.
warning-mixed-encodings =
    { $n ->
        [one] { $n } line written in another encoding than the rest, read as such: “{ $text }”. Check its accents.
       *[other] { $n } lines written in another encoding than the rest, read as such, first “{ $text }”. Check their accents.
    }
warning-encoded-twice =
    { $n ->
        [one] { $n } garbled character (as “Ã©” for “é”) mended: “{ $text }”
       *[other] { $n } garbled characters (as “Ã©” for “é”) mended, first in “{ $text }”
    }
warning-columns-left-out =
    { $n ->
        [one] { $n } column of the table left out: { $text }
       *[other] { $n } columns of the table left out: { $text }
    }
warning-words-left-out =
    { $n ->
        [one] { $n } passage of the file left out: “{ $text }”
       *[other] { $n } passages of the file left out, the first of them “{ $text }”
    }
warning-replaced-character =
    { $n ->
        [one] { $n } unreadable character replaced by �: “{ $text }”
       *[other] { $n } unreadable characters replaced by �, first in “{ $text }”
    }
warning-soft-hyphen =
    { $n ->
        [one] { $n } invisible hyphen removed: “{ $text }”
       *[other] { $n } invisible hyphens removed, first in “{ $text }”
    }
warning-deletion = Text deleted under tracked changes, left out: “{ $text }”
warning-hidden-text = Hidden text, left out: “{ $text }”
warning-text-box = Text box left out: “{ $text }”
warning-footnote = Footnote left out: “{ $text }”
warning-endnote = Endnote left out: “{ $text }”
warning-symbol = Symbol without an equivalent character: { $text }
warning-embedded-object = Embedded object left out: { $text }
warning-unknown-entity = Unknown entity kept as written: { $text }
warning-unreadable-part = Unreadable part of the document: { $text }
warning-label-once = “{ $label }” occurs only once and was not taken for a speaker.
warning-label-doubtful = “{ $label }” stands { $n } times before a colon and was not taken for a speaker.
warning-separator-missing = “{ $label }” without a colon, taken for a turn.
warning-empty-turn = Turn of “{ $label }” without words.
warning-interviewer-not-found = “{ $label }” does not occur in the text.
warning-page-furniture =
    { $n ->
        [one] { $n } line of a page’s header or footer left out: “{ $text }”
       *[other] { $n } lines of page headers or footers left out, first “{ $text }”
    }
warning-joined-word =
    { $n ->
        [one] { $n } word divided at the end of a line, put together: “{ $text }”
       *[other] { $n } words divided at the end of a line, put together, first “{ $text }”
    }
warning-unvoiced =
    { $n ->
        [one] { $n } subtitle without a speaker, left out of the turns: “{ $text }”
       *[other] { $n } subtitles without a speaker, left out of the turns, first “{ $text }”
    }
warning-label-in-line =
    { $n ->
        [one] One turn begins in the middle of a line, under “{ $label }”: check it.
       *[other] { $n } turns begin in the middle of a line, first under “{ $label }”: check them.
    }
warning-speakers-guessed =
    { $by ->
        [bold] No label names a speaker: questions (Q) and answers (R) told apart by bold text.
        [italic] No label names a speaker: questions (Q) and answers (R) told apart by italic text.
        [underline] No label names a speaker: questions (Q) and answers (R) told apart by underlining.
        [highlight] No label names a speaker: questions (Q) and answers (R) told apart by highlighting.
        [colour] No label names a speaker: questions (Q) and answers (R) told apart by colour.
        [style] No label names a speaker: questions (Q) and answers (R) told apart by paragraph styles.
        [number] No label names a speaker: questions (Q) are numbered, answers (R) stand below.
        [columns] No label names a speaker: questions (Q) and answers (R) told apart by the columns of the table.
        [answers] Only questions have a label: what follows each of them is taken for the answer (R).
        [questions] Only answers are labelled: the lines between them that ask are taken for the interviewer's (Q).
        [forgotten] A label is missing here and there: turns are told apart there by the questions. Read them again.
       *[dash] No label names a speaker: questions (Q) and answers (R) told apart by dashes.
    }

## Progress and end

import-reading = Reading { $file }
import-running = Import: { $n } of { $n-total }
import-cancel = Stop the import
import-cancelled = Import stopped: nothing was added.
import-done =
    { $n ->
        [0] No interview imported
        [one] { $n } interview imported
       *[other] { $n } interviews imported
    }
import-done-partly =
    { $n-failed ->
        [one] { import-done }, { $n-failed } file refused
       *[other] { import-done }, { $n-failed } files refused
    }

## The step Supervision: what a director reads, and what was said

rail-review = Supervision
    .purpose = Read, comment, sign: the place of the supervisors of the thesis.
review-tab-overview = Overview
review-tab-categories =
    { $method ->
        [thematic] Themes
       *[grounded] Categories
    }
review-tab-decisions = Decisions
review-tab-memos = Shared memos
review-tab-threads =
    { $n ->
        [0] Comments
       *[other] Comments ({ $n })
    }
review-tab-studies = Board
review-back = Back
review-close = Close what is being read
review-look = Read
review-look-at = Read “{ $name }”
review-discussion = What was said of it
review-no-thread = Nobody has said anything of it yet.
review-comment-this = Comment
review-mark-seen = I have read this
review-open-there = Show it in its place
review-never-seen = You have not read it yet.
review-seen-state =
    { $n ->
        [0] Read on { $day }; nothing has changed since.
        [one] Read on { $day }; { $n } thing has changed since.
       *[other] Read on { $day }; { $n } things have changed since.
    }
review-memo-not-shared = A memo that the student keeps private
review-discuss = Discuss with the team…

review-overview-purpose = The study from afar. Every word here is found in the other steps; nothing done here touches a coding.
review-no-claim = The student has not claimed saturation yet.
review-open-saturation = See the curve and the countersignatures
review-all-heard = Every participant is quoted at least once.
review-more-voices =
    { $n ->
        [one] and { $n } more, quoted more often
       *[other] and { $n } more, quoted more often
    }
review-double-none = No interview was coded by two people.
review-reconciled = Reconciled
review-open-differences = Differences to discuss
review-agreement = Cohen’s κ, on average
review-positive-agreement = Positive agreement, on average
review-agreement-basis =
    { $n-interviews ->
        [one] { $first } and { $second }, { $n-interviews } interview, { $n-units } turns of participants. Agreement is there to be discussed; it grades nobody.
       *[other] { $first } and { $second }, { $n-interviews } interviews, { $n-units } turns of participants. Agreement is there to be discussed; it grades nobody.
    }
review-show-gaps = See them one by one
review-elsewhere = Reading elsewhere
review-elsewhere-how = A review copy is opened with Ancrage; a page is read in a browser with nothing to install. Both are under pseudonyms, and what the directors write in them comes back into the study.

review-categories-purpose = A typical passage, a divergent one, a rare voice: enough to judge whether the name holds.
review-categories-none = There is nothing to read here yet.
review-no-passage = No passage.
review-decisions-purpose = What was decided and why, and how the code book came to be.
review-decisions-none = No difference was discussed yet.
review-no-reason = (no reason written)
review-evolution =
    { $method ->
        [thematic] The codes over time
       *[grounded] The labels over time
    }
review-evolution-none = The code book is empty.
review-evolution-count =
    { $kind ->
        [merged]
            { $method ->
                [thematic] { $n } merged
               *[grounded] { $n } merged
            }
        [split]
            { $method ->
                [thematic] { $n } split
               *[grounded] { $n } split
            }
        [deleted]
            { $method ->
                [thematic] { $n } deleted
               *[grounded] { $n } deleted
            }
       *[created]
            { $method ->
                [thematic] { $n } created
               *[grounded] { $n } created
            }
    }
review-evolution-day =
    { $method ->
        [thematic] { $day }: { $parts }; { $n } in all
       *[grounded] { $day }: { $parts }; { $n } in all
    }
evolution-split = “{ $code }” was split
review-codes-over-time = Compare two dates
review-memos-purpose = What the student has chosen to show you of their memos.
review-memos-purpose-student = What you show to the directors: a memo is shared in the step Memos.
review-memos-none = No memo is shared.
review-threads = Comments
review-threads-purpose = What waits for an answer, the latest first. One comments from the menu of a passage, a label or an interview, from a memo, a claim, or from these pages.
review-threads-none = Nothing waits for an answer.
review-threads-resolved =
    { $n ->
        [one] Show { $n } resolved discussion, too
       *[other] Show { $n } resolved discussions, too
    }
review-studies-purpose = The studies that were open on this computer, and those you add: where somebody waits for somebody.
review-studies-reading = Reading the studies…
review-studies-add = Add a study…
review-studies-again = Read the files again
review-studies-open = Open
review-studies-open-named = Open “{ $name }”
memo-share = Share with the directors
memo-unshare = Stop sharing
review-this-copy = This copy
review-this-copy-how = This is a copy for reading: texts under pseudonyms, as they are today, without history. Your comments, marks and countersignatures are kept in it; send the file back to the student, who takes them into the study.
review-send-back = Save what I send back…
review-copy-for = Review copy for { $name }…
review-page-for-named = Review page for { $name }…
review-copy-written = Review copy written: { $file }. Hand it over in person or by a secure channel: it holds the interviews. What comes back is taken in by merge.
review-changed = { $kind }: “{ $name }”
review-evolution-in-copy = History does not travel with a review copy.
cli-review-copy = Make a review copy (.ancrage, pseudonymised, without history); it comes back by merge
cli-option-copy-output = The copy to write

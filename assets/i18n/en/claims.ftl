### The claim of saturation, countersignatures, the directors' review.

## What has changed since a claim

claim-today-nothing =
    { $status ->
        [holds] Nothing has changed since: the claim holds.
        [contradicted] Nothing has changed since, and the claim never held: the confirming interviews brought { level-count }.
       *[other] Nothing has changed since; the claim cannot be assessed.
    }
claim-today-same-curve =
    { $status ->
        [holds] The curve is the same: the claim would still hold.
        [contradicted] The curve is the same: it contradicted the claim already.
       *[other] The curve is the same, but the claim can no longer be assessed.
    }
claim-today-changed =
    { $status ->
        [holds] The curve has changed; the claim would still hold.
        [contradicted] No longer holds: the confirming interviews bring { level-count }.
       *[other] Can no longer be assessed: interviews that it covers do not count any more.
    }
claim-change-left-out = { $interview } is no longer analysed.
claim-change-reopened = The coding of { $interview } was reopened, or is no longer finished.
claim-change-reordered = Its interviews come in another order now.
claim-change-added =
    { $n ->
        [0] { $interview } was finished since: nothing new.
       *[other] { $interview } was finished since: { level-count } more.
    }
claim-change-recoded = Passages of { $interview } have changed.
claim-change-merged = “{ $code }” was merged into “{ $into }”.
claim-change-gone = “{ $code }” is no longer used in these interviews.
claim-change-created = “{ $code }” has appeared in these interviews.
claim-change-density = “{ $category }” was { $was }, is now { $is }.
claim-change-argument = The argument was rewritten.

## On the command line: the curve

saturation-later =
    { $kind ->
        [created] “{ $code }” was created on { $day }, after { $after } coded interviews, then applied to finished ones.
       *[split] “{ $code }” was split on { $day }, after { $after } coded interviews.
    }
saturation-later-moved = “{ $code }” was put under “{ $into }” on { $day }, after { $after } coded interviews.
saturation-later-moves = { $n } codes were put elsewhere in the tree, last on { $day }, after { $after } coded interviews: the curve counts them where they are now.
saturation-later-merged = “{ $code }” was merged into “{ $into }” on { $day }, after { $after } coded interviews.
saturation-as-coded = As coded at the time: each interview in the words that it had when its coding was declared finished.
saturation-excluded = Left out of the analysis: { $names }.
saturation-withdrawn =
    { $n ->
        [one] { $n } interview was withdrawn from the study with its words: it is not counted.
       *[other] { $n } interviews were withdrawn from the study with their words: they are not counted.
    }
saturation-confirming = Confirming interviews: { $names }.
cli-option-as-coded = As coded at the time (from the journal), not with the final code book

## On the command line: claims

cli-claim = Claim saturation, or read the claims
cli-claim-write = Write the argument, without freezing anything
cli-claim-make = Claim: freeze curve, grid and parameters
cli-claim-check = Compute a claim's digest again from the journal
cli-claim-withdraw = Withdraw a claim
cli-claim-sheet = Write the evidence sheet (HTML) with its figures (SVG) and numbers (CSV) in a folder beside it, or one of them alone
cli-argument-claim = The claim (identifier); the last one where none is named
cli-argument-claim-says = What is claimed: 5+2, saturation at the 5th, two to confirm
cli-option-argument = The argument, in a few sentences
cli-option-argument-file = The argument, in a file
cli-option-again = The claim to make anew (identifier)
cli-option-sheet-output = The file to write: .html, .svg or .csv
cli-option-figure = The figure: curve, grid or timeline
cli-option-estimates = Add the estimates, with their caveats
claim-written = Argument saved ({ $id }).
claim-made = Claimed: saturation at interview { $at }, { $confirm } to confirm. Digest { $digest }.
claim-withdrawn = Claim withdrawn.
claim-none = No claim.
claim-none-yet = No saturation is claimed in this study: “claim make” claims it.
claim-reproduced =
    { $reproduced ->
        [same] The digest { $digest } comes out again from the journal.
        [altered] What is stored does not match the digest { $digest }: the claim was altered.
        [other] From the journal, the digest would be another than { $digest }.
       *[unknown] The state that the digest { $digest } rests on is not entirely in this file.
    }
claim-line = { $at }+{ $confirm }, { $level } · { $state } · digest { $digest } · { $day }
claim-state =
    { $state ->
        [draft] being written
        [waiting] waiting for countersignatures
        [complete] countersigned
        [refused] refused, open again
        [altered] altered outside Ancrage: its digest does not match
       *[alone] no director
    }
visa-line =
    { $verdict ->
        [agreed] { $director }: agreed
        [refused] { $director }: refused
        [hidden] { $director }: given, shown once all are in
       *[none] { $director }: waiting
    }
visa-entered =
    { $entered ->
        [signed] signed at their own desk
        [signed_elsewhere] signed at another machine than the first time
        [typed] typed in by { $member }
        [unsigned] not signed
       *[forged] signature not valid
    }

## On the command line: review

cli-review = Review a student's study: what has changed, what is missing
cli-review-visa = Countersign, or refuse with a reason
cli-review-comment = Comment on anything, or answer
cli-review-threads = The threads, open or resolved
cli-review-resolve = Resolve a thread, or reopen it
cli-review-share = Share a memo with the directors
cli-review-seen = Note what was reviewed, in the state that it has
cli-review-page = Write the review page (HTML, pseudonymised, no network)
cli-review-take = Take the replies to a review page in
cli-review-board = Board of several studies
cli-option-agree = Agreed
cli-option-refuse = Refused; needs a reason
cli-option-visa-reason = The reason, or a word of agreement
cli-option-for-director = The director whose countersignature is typed in
cli-option-proof = The e-mail or signed page that it is typed from
cli-option-reopen-thread = Reopen
cli-option-hide-memo = No longer share
cli-argument-about = The object: name or identifier
cli-argument-comment = The comment
cli-argument-thread = The thread (identifier of its first comment)
cli-argument-memo = The memo: title or identifier
cli-argument-replies = The file of replies
cli-argument-studies = The studies
cli-option-page-output = The page to write
cli-option-page-for = The director whom it addresses
visa-given =
    { $verdict ->
        [agreed] Countersignature saved: agreed.
       *[other] Countersignature saved: refused.
    }
comment-made = Comment saved ({ $id }).
thread-resolved = Thread resolved.
thread-reopened = Thread reopened.
memo-shared = Memo shared with the directors.
memo-unshared = Memo not shared.
review-noted = Review noted.
review-taken = Review taken in (comments: { $n-comments }, countersignatures: { $n-visas }).
usage-agree = Say --agree or --refuse.
usage-sheet = A sheet is written as .html, .svg or .csv.

## The screen and the sheet

saturation-mark =
    { $kind ->
        [created] + { $code }
        [split] split: { $code }
        [moved] move: { $code }
       *[merged] merge: { $code }
    }
saturation-marks = { $n } changes of the code book
saturation-claim-word = claim
saturation-ongoing = being coded
saturation-timeline =
    { $n-early ->
        [0] No interview was held before the previous one was coded ({ $n-dated } dated).
        [one] { $n-early } interview of { $n-dated } was held before the previous one was coded.
       *[other] { $n-early } interviews of { $n-dated } were held before the previous one was coded.
    }
saturation-timeline-none = Dates of interviews or of coding are missing to compare them.
saturation-not-reached = not reached
saturation-not-assessable = not assessable ({ $why })
saturation-reached-at = at interview { $at }
saturation-reached-with = at { $at }, { $run } more
saturation-rule-guest = Guest (base { $base }, run of { $run }, threshold { $threshold }%)
saturation-rule-francis = Francis ({ $initial } then { $stop } without novelty)
saturation-rule-share = { $percent }% met ({ $level })
saturation-rule-third = Met three times or more
saturation-rule-single = In a single interview
saturation-caveats = Read with care: interviews are chosen, not drawn at random, and the guide changes; what is coded is constructed; below six interviews the intervals are very wide. These estimates are lower bounds and no part of the claim.
saturation-interval = { $value } (from { $low } to { $high }, at 95%)
saturation-estimate-chao2 = Chao2, lower bound ({ $level })
saturation-estimate-coverage = Coverage
saturation-estimate-next = To expect of the next interview ({ $level })
saturation-estimate-jackknife = First-order jackknife
saturation-estimates-none = Nothing can be estimated: that takes two interviews at least, and something coded at this level.
saturation-estimate-more = In all, after { $more } more interviews ({ $level })
saturation-strength =
    { $n ->
        [one] One interview without novelty only excludes, at 95%, a rate of novelty above { $upper }.
       *[other] { $n } interviews without novelty only exclude, at 95%, a rate of novelty above { $upper }.
    }
saturation-curve-title = New (bars) and in all (line): { $level }
saturation-grid-title = Who brings what
saturation-timeline-title = Interviews and coding over time
saturation-timeline-key = Square: interview held. Disc: coding finished. Full square and dashed: held before the one before was coded.
saturation-since = Since the claim
saturation-estimates-title = Estimates (read with care)
saturation-visas = Countersignatures
saturation-no-director = The study has no director: add them in the step Study to ask for a countersignature.
saturation-rules-title = What the rules say
saturation-notes-title = To know
level-many =
    { $level ->
        [property]
            { $method ->
                [thematic] subthemes
               *[grounded] properties
            }
        [category] categories
        [theme] themes
       *[label] { code-many }
    }
visa-said =
    { $verdict ->
        [agreed] agreed, { $day }
        [refused] refused, { $day }
        [hidden] given; shown once all are in
       *[none] waiting
    }
sheet-title = Saturation evidence
sheet-claim =
    { $n-confirm ->
        [one] Saturation of { $level } at interview { $at }, { $n-confirm } confirming interview.
       *[other] Saturation of { $level } at interview { $at }, { $n-confirm } confirming interviews.
    }
level-count =
    { $level ->
        [property]
            { $method ->
                [thematic]
                    { $n ->
                        [one] { $n } subtheme
                       *[other] { $n } subthemes
                    }
               *[grounded]
                    { $n ->
                        [one] { $n } property
                       *[other] { $n } properties
                    }
            }
        [category]
            { $n ->
                [one] { $n } category
               *[other] { $n } categories
            }
        [theme]
            { $n ->
                [one] { $n } theme
               *[other] { $n } themes
            }
       *[label] { code-count }
    }
sheet-by = Claimed by { $name } on { $day }.
sheet-order =
    { $order ->
        [date] Interviews by date.
        [coding] Interviews in the order of coding.
       *[list] Interviews in a chosen order.
    }
sheet-novelties = What each interview brings
sheet-and-more = { $codes }; and { $n } more
sheet-next = { $list }; { $one }
sheet-confirming = { $name } (confirming)
sheet-quiet = { $first } to { $last }
sheet-rows-more =
    { $n ->
        [one] And { $n } other, in the file “{ $file }”.
       *[other] And { $n } others, in the file “{ $file }”.
    }
sheet-categories-more =
    { $n ->
        [one] And { $n } other, in the study's file.
       *[other] And { $n } others, in the study's file.
    }
sheet-key = Hollow point: interview that confirms by the claim.
sheet-key-set-apart = Bracket under the name: interview set apart to confirm.
sheet-key-late = Triangle: change of the code book.
sheet-confirming-word = confirming
sheet-column-passage = A passage
sheet-rules = The curve, and the rules
sheet-new-after = New in the confirming interviews ({ $level })
sheet-orders =
    { $n ->
        [one] Holds in the only order that there is
       *[other] Holds in this share of the { $n } orders of interviews tried
    }
sheet-orders-tried =
    { $how ->
        [all]
            { $n ->
                [one] Holds in the only order that there is
               *[other] Holds in this share of the { $n } possible orders of the interviews
            }
       *[drawn] Holds in this share of { $n } orders of the interviews, drawn at random (seed { $seed })
    }
sheet-categories = The categories, one by one
sheet-density-is-not-novelty = Theoretical saturation is the density of categories, which the analyst affirms; the curve only shows that novelty is exhausted.
sheet-column-density = Density
sheet-column-properties =
    { $method ->
        [thematic] Subthemes
       *[grounded] Properties
    }
sheet-column-negative = Negative cases
sheet-column-last = Last enriched by
sheet-negative =
    { $searched ->
        [yes]
            { $n ->
                [0] looked for, none.
                [one] looked for, { $n } found.
               *[other] looked for, { $n } found.
            }
       *[no]
            { $n ->
                [0] not looked for yet.
                [one] { $n } noted.
               *[other] { $n } noted.
            }
    }
sheet-more-changes =
    { $n ->
        [one] and { $n } more change
       *[other] and { $n } more changes
    }
sheet-digest = SHA-256 digest: { $digest }
sheet-written = Figures and numbers: { $files }.
sheet-folder = { $stem } (figures)
sheet-made-with = Sheet made on { $day }; claim computed by Ancrage { $version }. The digest can be computed again from the study's file.
sheet-file =
    { $figure ->
        [grid] grid
        [timeline] timeline
       *[curve] curve
    }
sheet-column-confirming = Confirming
sheet-column-finished = Coding finished
sheet-column-early = Held before the one before was coded
sheet-column-all = In all in the interview
sheet-grid-key = Full disc: met for the first time. Hollow disc: met again.
sheet-grid-show = Show the grid
sheet-column-code =
    { $method ->
        [thematic] Code
       *[grounded] Label
    }

## The window: the step Saturation

saturation-empty = No interview is coded to the end: declare a coding finished, in the step Interviews, and the curve begins.
saturation-by-date = by interview date
saturation-by-coding = by order of coding
saturation-by-choice = chosen order
saturation-by-choice-hint = The order given on the command line, or by a claim.
saturation-as-coded-short = as coded at the time
saturation-described = { $name }: { $n } new
saturation-choose-bar = Choose a bar: what the interview brings, and the way to the passage.
saturation-brings =
    { $n ->
        [0] { $name } brings nothing new.
       *[other] { $name } brings ({ $n }):
    }
saturation-open-interview = Open the interview
saturation-show-grid = who brings what
saturation-show-dates = calendar
saturation-claim-title = Claim
saturation-claim-empty = Say first, in a few sentences, why your categories are dense and what you looked for that contradicts them. The figures come after: the curve alone proves nothing.
saturation-claim-begin = Write the claim…
saturation-claim-freeze = Complete and claim…
saturation-claim-again = Claim anew…
saturation-claim-is-students = The claim is the student's; your countersignature and your comments are given here.
saturation-sheet = Produce the sheet…
saturation-digest-short = { $day }, by { $name }, digest { $digest }…
saturation-visa-reason = A word for the student; a refusal has a reason
saturation-agree = Agreed
saturation-refuse = Refuse
saturation-orders-guest =
    { $n ->
        [one] Guest reaches the threshold, in the only order that there is
       *[other] Guest reaches the threshold, of { $n } orders tried
    }
saturation-orders-trying = Trying other orders of the interviews…
saturation-form-title = Claim saturation
saturation-form-argument = The argument
saturation-form-argument-hint = In words first: what makes the categories dense, what was looked for against them, what the last interviews have nuanced.
saturation-form-nobody = (none)
saturation-form-searched = negative cases looked for
saturation-form-note = What came of that search
saturation-form-figures = Then the figures
saturation-form-at = Saturation of { $level } at interview
saturation-form-at-name = At which interview
saturation-form-confirm = confirmed by
saturation-form-confirm-name = Confirming interviews
saturation-form-says =
    { $n ->
        [0] { $names }: nothing new.
       *[other] { $names }: { $n } more new. The curve would contradict the claim.
    }
saturation-form-make = Freeze and claim
saturation-form-keep = Keep the draft
saturation-options = Basis, rule and order
saturation-basis-title = Codings that count
saturation-basis-reference = reference analysis
saturation-basis-agreed = agreed layer
saturation-basis-coder = coding by { $name }
saturation-guest-title = Guest’s rule
saturation-guest-base = base
saturation-guest-run = run
saturation-guest-threshold = threshold
saturation-order-up = Move { $name } up
saturation-visa-type = Type in the word of { $name }…
saturation-visa-type-how = A word given by e-mail or on paper: it will be noted as “typed by” you, never as “signed”. Attach what you type it from.
saturation-visa-agreed = agreed
saturation-visa-refused = refused
saturation-visa-words = Their words; a refusal has a reason
saturation-visa-proof = Attach the e-mail or the signed page…
saturation-visa-proof-is = Attached: { $name }
saturation-visa-enter = Keep this word
saturation-threads = Thread
saturation-comment = Comment on the claim
saturation-answer = Answer
saturation-resolve = Resolve
saturation-reopen = Reopen
saturation-resolved-by = Resolved by { $name }.

## The review

review-since =
    { $what ->
        [visa]
            { $n ->
                [0] Nothing has changed since you countersigned on { $day }.
                [one] { $n } thing has changed since you countersigned on { $day }.
               *[other] { $n } things have changed since you countersigned on { $day }.
            }
        [seen]
            { $n ->
                [0] Nothing has changed since your review of { $day }.
                [one] { $n } thing has changed since your review of { $day }.
               *[other] { $n } things have changed since your review of { $day }.
            }
       *[never]
            { $n ->
                [one] You have not reviewed anything yet: { $n } act to discover.
               *[other] You have not reviewed anything yet: { $n } acts to discover.
            }
    }
review-and-others =
    { $n ->
        [one] { $text }, and { $n } more
       *[other] { $text }, and { $n } more
    }
review-next = Next (F8)
review-all-seen = All is reviewed
review-page-title = Review: { $title }
review-page-for = Review page for { $name }
review-page-how = This page loads nothing and sends nothing. Write in the boxes, then save your replies: the small file goes back to the student, who takes it into the study. The page shows the texts under pseudonyms, as they are today.
review-progress = Where the work stands
review-double-coded = Interviews coded by two
review-voices = The voices
review-silent = Never quoted: { $names }.
review-gaps = Gaps to strengthen
review-categories = The categories, three passages chosen to differ
review-category-counts =
    { $n-passages ->
        [one] { $n-passages } passage, in { $n-interviews } interview
       *[other] { $n-passages } passages, in { $n-interviews } interviews
    }
review-why =
    { $why ->
        [typical] most typical
        [divergent] divergent
       *[rare_voice] rare voice
    }
review-decisions = Journal of decisions
review-comment-box = Your comment
review-visa-box = Your countersignature on this claim
review-visa-none = (not now)
review-save = Save my replies
review-saved-how = The file goes to your downloads; nothing goes over a network.
review-file = review-replies
review-page-written = Review page written: { $file }. Hand it over in person or by a secure channel: it holds passages.
board-study = Study
board-silent = Never quoted
board-unseen = Not reviewed
review-walk-hint = F8 goes from one thing to the next; “All is reviewed” notes the state that you have seen.
review-take = Take a review in…

### The claim of saturation, countersignatures, the directors' review.

## What has changed since a claim

claim-today-nothing = Nothing has changed since: the claim holds.
claim-today-same-curve =
    { $status ->
        [holds] The curve is the same: the claim would still hold.
        [contradicted] The curve is the same: it contradicted the claim already.
       *[other] The curve is the same, but the claim can no longer be assessed.
    }
claim-today-changed =
    { $status ->
        [holds] The curve has changed; the claim would still hold.
        [contradicted] No longer holds: the confirming interviews bring { $n } { code-many }.
       *[other] Can no longer be assessed: interviews that it covers do not count any more.
    }
claim-change-left-out = { $interview } is no longer analysed.
claim-change-reopened = The coding of { $interview } was reopened, or is no longer finished.
claim-change-added =
    { $n ->
        [0] { $interview } was finished since: nothing new.
       *[other] { $interview } was finished since: { $n } more { code-many }.
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
saturation-later-merged = “{ $code }” was merged into “{ $into }” on { $day }, after { $after } coded interviews.
saturation-as-coded = As coded at the time: each interview in the words that it had when its coding was declared finished.
saturation-excluded = Left out of the analysis: { $names }.
saturation-confirming = Confirming interviews: { $names }.
cli-option-as-coded = As coded at the time (from the journal), not with the final code book

## On the command line: claims

cli-claim = Claim saturation, or read the claims
cli-claim-write = Write the argument, without freezing anything
cli-claim-make = Claim: freeze curve, grid and parameters
cli-claim-check = Compute a claim's digest again from the journal
cli-claim-withdraw = Withdraw a claim
cli-claim-sheet = Write the evidence sheet (HTML), its figures (SVG) or its numbers (CSV)
cli-argument-claim = The claim (identifier), where there are several
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
cli-review-copy = A copy of the study to review, without the original files
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
cli-option-copy-output = The copy to write
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
review-taken =
    { $n-comments ->
        [one] { $n-comments } comment and { $n-visas } countersignature taken in.
       *[other] { $n-comments } comments and { $n-visas } countersignatures taken in.
    }
usage-agree = Say --agree or --refuse.
usage-sheet = A sheet is written as .html, .svg or .csv.

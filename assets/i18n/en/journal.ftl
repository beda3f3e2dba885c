### Audit trail: what was done, in the infinitive without “to” and without a capital, so that it reads
### alone in the trail (“Claire L.: apply “cost of the journey””) and after “Undo:”.
###
### One message per kind of operation, named like it: ApplyCode -> op-apply-code.

## Study and team

op-create-study = create the study
op-edit-study = edit the study
op-add-member = add { $member } to the team
op-edit-member = edit { $member }
op-write-guide = write the interview guide

## Participants and characteristics

op-add-participant = add participant { $participant }
op-edit-participant = edit { $participant }
op-add-attribute = add the characteristic “{ $attribute }”
op-edit-attribute = edit the characteristic “{ $attribute }”
op-import-participants =
    { $n ->
        [one] import { $n } participant
       *[other] import { $n } participants
    }

## Interviews and texts

op-import-interview = import { $interview }
op-edit-interview = edit the details of { $interview }
op-exclude-interview = exclude { $interview }
op-include-interview = take { $interview } back into the analysis
op-correct-text = correct the text of { $interview }
op-correct-turns = correct the turns of { $interview }
op-correct-speakers = correct the speakers of { $interview }
op-replace-text = replace the text of { $interview }
op-mask-text = mask passages of { $interview }
journal-mask-texts = mask a name in { $interviews }
op-compose-texts = unite two corrections of { $interview }
op-note-reading = note a re-reading of { $interview }

## Labels (codes)

op-create-code =
    { $method ->
        [thematic] create the code “{ $code }”
       *[grounded] create the label “{ $code }”
    }
op-rename-code =
    { $method ->
        [thematic] rename the code “{ $code }”
       *[grounded] rename the label “{ $code }”
    }
op-move-code =
    { $method ->
        [thematic] move the code “{ $code }”
       *[grounded] move the label “{ $code }”
    }
op-colour-code = change the colour of “{ $code }”
op-define-code = define “{ $code }”
op-edit-code =
    { $method ->
        [thematic] edit the code “{ $code }”
       *[grounded] edit the label “{ $code }”
    }
op-merge-codes = merge “{ $from }” into “{ $into }”
op-delete-code =
    { $method ->
        [thematic] delete the code “{ $code }”
       *[grounded] delete the label “{ $code }”
    }
op-import-codes = import { code-count }

## Passages

op-apply-code = apply “{ $code }”
op-apply-new-code = create and apply “{ $code }”
op-remove-coding = remove “{ $code }”
op-move-coding = move the edges of a passage
op-place-coding = place a passage again
op-recode = replace “{ $from }” by “{ $to }”
op-comment-coding = comment on a passage
op-decide-later = leave a passage for later
op-import-codings = import { coded-passage-count }
op-code-passages = apply “{ $code }” to { coded-passage-count }

## Coding finished

op-finish-coding = finish coding { $interview }
op-reopen-coding = reopen the coding of { $interview }

## Memos

op-write-memo = write the memo “{ $memo }”
op-delete-memo = delete the memo “{ $memo }”

## Double coding

op-set-up-round = set up a double-coding round
op-declare-done = declare one's coding done and seal it
op-open-round = open the sealed codings

## Conflicts between copies, doubles, withdrawal

op-settle = settle a conflict on “{ $record }”
op-unite = unite “{ $record }” and “{ $with }”
op-purge = erase withdrawn data

## Undo, redo

op-undo = undo: { $what }
op-redo = redo: { $what }

## What has no name any more

record-deleted-by = deleted by { $member }
record-erased = text erased
record-unknown = unknown item

## From labels to theory

op-set-level =
    { $n ->
        [one] set “{ $code }” to the level { $level }
       *[other] set { $n } items to the level { $level }
    }
op-group-codes =
    { $method ->
        [thematic]
            { $n ->
                [one] put { $n } code under “{ $under }”
               *[other] put { $n } codes under “{ $under }”
            }
       *[grounded]
            { $n ->
                [one] put { $n } label under “{ $under }”
               *[other] put { $n } labels under “{ $under }”
            }
    }
op-import-grid =
    { $n ->
        [one] import a reading grid of { $n } line
       *[other] import a reading grid of { $n } lines
    }
op-set-origin = say where “{ $code }” comes from
op-set-dimension = give “{ $code }” a dimension
op-place-on-dimension = place a passage on “{ $property }”
op-mark-density = say whether “{ $code }” is dense
op-note-search = note the search for negative cases of “{ $code }”
op-mark-evidence =
    { $stance ->
        [supports]
            { $n ->
                [one] support “{ $about }” with { $n } passage
               *[other] support “{ $about }” with { $n } passages
            }
        [contradicts]
            { $n ->
                [one] set { $n } negative case against “{ $about }”
               *[other] set { $n } negative cases against “{ $about }”
            }
       *[none]
            { $n ->
                [one] take { $n } passage back from the evidence on “{ $about }”
               *[other] take { $n } passages back from the evidence on “{ $about }”
            }
    }
op-review-codings =
    { $n ->
        [one] review { $n } passage of “{ $code }” by its definition
       *[other] review { $n } passages of “{ $code }” by its definition
    }
op-create-relation = relate { $relation }
op-edit-relation = edit the relation { $relation }
op-delete-relation = delete the relation { $relation }
op-define-relation-type = define the relation type “{ $name }”
op-delete-relation-type = delete the relation type “{ $name }”
op-write-theory = entitle the theory “{ $theory }”
op-delete-theory = delete the theory “{ $theory }”
op-write-clause = write the clause “{ $clause }”
op-link-clause = say what the clause “{ $clause }” rests on
op-move-clause = move the clause “{ $clause }”
op-delete-clause = delete the clause “{ $clause }”
op-keep-theory = keep the theory as “{ $version }”
op-write-schema = entitle the schema “{ $schema }”
op-arrange-schema = arrange the schema “{ $schema }”
op-delete-schema = delete the schema “{ $schema }”
op-save-query = save the query “{ $query }”
op-delete-query = delete the query “{ $query }”
op-delete-codes =
    { $method ->
        [thematic]
            { $n ->
                [one] delete { $n } code
               *[other] delete { $n } codes
            }
       *[grounded]
            { $n ->
                [one] delete { $n } label
               *[other] delete { $n } labels
            }
    }
op-split-code =
    { $n ->
        [one] split “{ $code }”: { $n } passage
       *[other] split “{ $code }”: { $n } passages
    }
op-remove-attribute = remove the characteristic “{ $name }”
op-remove-participant = remove “{ $name }” from the table

## Saturation, and the directors' review.

op-write-claim = write the argument for saturation
op-make-claim = claim saturation
op-withdraw-claim = withdraw the claim of saturation
op-give-visa =
    { $verdict ->
        [agreed] countersignature of { $director }: agreed
       *[other] countersignature of { $director }: refused
    }
op-comment-on = comment on “{ $about }”
op-resolve-thread = resolve the thread “{ $thread }”
deed-reopen-thread = reopen the thread “{ $thread }”
op-share-memo = share the memo “{ $memo }”
deed-unshare-memo = no longer share the memo “{ $memo }”
op-note-review = note the review of “{ $target }”
op-take-review = take a review in (comments: { $n-comments }, countersignatures: { $n-visas })
op-make-review-copy = make a review copy for { $director }

### Refus et pannes : ce qui s’est passé, où, ce que l’on peut faire. Une phrase claire, sans mot technique.

## Fichier d’étude

error-file-not-found = { $file } est introuvable. Vérifiez le nom et le dossier.
error-file-exists = { $file } existe déjà. Choisissez un autre nom.
error-file-not-readable = { $file } ne se laisse pas lire : { $reason }.
error-file-not-writable = { $file } ne se laisse pas écrire : { $reason }.
error-folder-not-found = Le dossier { $folder } n’existe pas.
error-not-a-study = { $file } n’est pas une étude { -ancrage }.
error-study-newer = { $file } a été écrit par une version plus récente d’{ -ancrage } : mettez le logiciel à jour pour l’ouvrir.
error-study-damaged = { $file } est abîmé : { $reason }. Rien n’a été modifié ; restaurez une sauvegarde.
error-study-locked = { $file } est déjà ouvert dans une autre fenêtre ou par quelqu’un d’autre. Fermez-le d’abord.
error-study-read-only = { $file } est protégé en écriture : enregistrez une copie pour travailler.
error-disk-full = Il n’y a plus de place sur le disque où se trouve { $file }. Votre dernière action n’est pas enregistrée.
error-migration-failed = { $file } n’a pas pu être mis à niveau : { $reason }. La sauvegarde faite avant est intacte.
error-example-unavailable = L’étude d’exemple n’a pas pu être préparée : { $reason }.

## Fichier à importer

error-read-empty = { $file } est vide.
error-read-too-large = { $file } est trop gros ({ $size }) : on lit jusqu’à { $limit }.
error-read-unpacks-too-large = { $file } dépasse { $limit } une fois décompressé ; il n’est pas lu.
error-read-too-deep = { $file } imbrique trop d’éléments pour être un vrai document ; il n’est pas lu.
error-read-broken = { $file } est abîmé : ouvrez-le dans Word ou LibreOffice et enregistrez-le de nouveau.
error-read-not-a-document = { $file } est une archive, mais pas un document Word.
error-read-lock-file = { $file } est le fichier que Word garde pendant que le document est ouvert : choisissez le document lui-même.
error-read-old-word = { $file } est à l’ancien format de Word (.doc) : enregistrez-le en .docx.
error-read-encrypted = { $file } est protégé par un mot de passe : enregistrez-le sans mot de passe.
error-read-macros = { $file } contient des macros : enregistrez-le en .docx, sans macros.
error-read-pdf = { $file } est un PDF, pas encore lu : enregistrez le texte en .docx ou .txt.
error-read-open-document = { $file } est un texte OpenDocument, pas encore lu : enregistrez-le en .docx.
error-read-rich-text = { $file } est au format RTF, pas encore lu : enregistrez-le en .docx.
error-read-subtitles = { $file } contient des sous-titres, pas encore lus : enregistrez le texte en .txt.
error-read-web-page = { $file } est une page web : copiez-en le texte dans un .docx ou un .txt.
error-read-recording = { $file } est un enregistrement, pas sa transcription.
error-read-picture = { $file } est une image, pas un texte.
error-read-not-text = { $file } n’est pas un texte.
error-read-unknown-encoding = L’encodage « { $encoding } » est inconnu.

## Noms

error-name-empty = Le nom est vide.
error-name-unknown = Rien ne s’appelle « { $name } ».
error-name-ambiguous = Plusieurs éléments s’appellent « { $name } » ; choisissez l’un de ces identifiants : { $ids }.
error-name-taken = « { $name } » existe déjà à cet endroit.
error-id-unknown = Aucun élément n’a l’identifiant { $id }.
error-member-unknown = Personne ne s’appelle « { $name } » dans l’équipe.
error-member-needed = L’équipe compte plusieurs personnes : dites qui agit avec --as.
error-interview-unknown = Aucun entretien ne s’appelle « { $name } ».
error-code-unknown =
    { $method ->
        [thematic] Aucun code ne s’appelle « { $name } ».
       *[grounded] Aucune étiquette ne s’appelle « { $name } ».
    }

## Extraits, étiquettes

error-range-outside = Le passage { $start }–{ $end } sort du texte de l’entretien { $interview }, qui compte { $length } caractères.
error-range-empty = Le passage est vide : choisissez au moins un mot.
error-code-deleted = « { $code } » a été supprimé : rétablissez-le ou choisissez-en un autre.
error-code-into-itself = « { $code } » ne peut pas être rangé ni fusionné dans ce qu’il contient.
error-already-applied = « { $code } » est déjà posé sur ce passage.
error-quote-differs = Le texte de l’entretien { $interview } dit « { $found } » et non « { $quote } ».
error-round-sealed = Ce codage est scellé : il ne change plus avant l’ouverture du tour.
error-round-not-yours = Ce tour de double codage ne vous a pas été confié.
error-interview-excluded = L’entretien { $interview } est exclu de l’analyse.
error-coding-finished = Votre codage de l’entretien { $interview } est terminé : rouvrez-le pour y revenir.

## Annuler

error-nothing-to-undo = Il n’y a rien à annuler.
error-nothing-to-redo = Il n’y a rien à rétablir.
error-undo-changed-since = Impossible d’annuler : { $by } a modifié la même chose depuis ({ $what }).
error-undo-in-use = Impossible d’annuler : { $by } s’appuie dessus ({ $what }).
error-undo-purge = Un retrait de données ne s’annule pas.

## Fichiers de codage (CSV)

error-line = Ligne { $n } : { $what }
error-csv-no-header = la première ligne doit nommer les colonnes { $columns }.
error-csv-column-missing = la colonne « { $column } » manque.
error-csv-bad-number = « { $text } » n’est pas un nombre.
error-csv-bad-row = la ligne ne se laisse pas lire : { $reason }.
error-csv-half-range = début et fin vont ensemble : l’un des deux manque.

## Fusion de deux copies

error-merge-different-study = { $file } est une autre étude : rien n’a été fusionné.
error-merge-same-op-differs = L’opération { $op } n’est pas la même dans les deux copies : rien n’a été fusionné.
error-take-back-stands-on = Impossible de défaire cette fusion : { $op } s’appuie dessus.

## Imprévu

error-unexpected = Quelque chose d’imprévu s’est produit : { $reason }. Ce qui était enregistré l’est toujours.

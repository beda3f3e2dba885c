### Refus et pannes : ce qui s’est passé, où, ce que l’on peut faire. Une phrase claire, sans mot technique.

## Fichier d’étude

error-file-not-found = { $file } est introuvable. Vérifiez le nom et le dossier.
error-file-exists = { $file } existe déjà. Choisissez un autre nom.
error-file-not-readable = { $file } ne se laisse pas lire : { $reason }.
error-file-not-writable = { $file } ne se laisse pas écrire : { $reason }.
error-folder-takes-nothing = { $file } ne peut pas être créé : le dossier { $folder } n’accepte aucun fichier. Choisissez-en un autre.
error-folder-not-found = Le dossier { $folder } n’existe pas.
error-not-a-study = { $file } n’est pas une étude { -ancrage }.
error-study-newer = { $file } a été écrit par une version plus récente d’{ -ancrage } : mettez le logiciel à jour pour l’ouvrir.
error-study-damaged = { $file } est abîmé : { $reason }. Rien n’a été modifié ; restaurez une sauvegarde.
error-study-locked = { $file } est déjà ouvert dans une autre fenêtre ou par quelqu’un d’autre. Fermez-le d’abord.
error-study-read-only = { $file } est protégé en écriture : enregistrez une copie pour travailler.
error-disk-full = { $file } : il n’y a plus de place sur le disque. Votre dernière action n’est pas enregistrée.
error-migration-failed = { $file } n’a pas pu être mis à niveau : { $reason }. La sauvegarde faite avant est intacte.
error-example-unavailable = L’étude d’exemple n’a pas pu être préparée : { $reason }.
error-file-is-folder = { $file } est un dossier : choisissez un fichier.
error-file-not-opened = { $file } ne se laisse pas ouvrir : { $reason }.
error-file-not-a-file = { $file } n'est pas un fichier ordinaire (c'est un périphérique ou un tube) : choisissez un document.
error-file-changing = { $file } change pendant qu'on le lit : attendez que l'enregistrement ou la synchronisation soit fini, puis recommencez.
error-file-in-use = { $file } est ouvert dans un autre logiciel qui le garde pour lui : enregistrez-le, fermez-le, puis recommencez.
error-study-empty = { $file } est vide : ce n’est pas une étude { -ancrage }. Restaurez une sauvegarde.
error-study-cut = il manque la fin du fichier ({ $found } octets sur { $expected })
error-study-gone = { $file } ne répond plus : { $reason }. Vérifiez la clé, le dossier partagé ou le disque, puis rouvrez l’étude.
error-study-interrupted = { $file } : une écriture a été interrompue. Ouvrez l’étude une fois là où l’on peut la modifier, elle se remettra en ordre.
error-study-no-lock = { $file } : rien, ici, ne protège l’étude contre deux ouvertures à la fois ({ $reason }). Copiez-la sur un disque ordinaire.
error-opened-for-reading = L’étude est ouverte en lecture seule : rien n’a été modifié.
error-project-closed = L’étude a été fermée : rouvrez-la.
error-text-missing = Il manque un texte dans l’étude (état { $revision }). Restaurez une sauvegarde.
error-operation-unreadable = L’opération { $op } ne se laisse pas lire. Restaurez une sauvegarde.
error-this-file = Le fichier de l’étude
error-reason-denied = accès refusé
error-reason-interrupted = lecture ou écriture interrompue
size-megabytes = { $value } Mo

## Fichier à importer

error-read-empty = { $file } est vide : vérifiez que la copie ou le téléchargement est allé au bout.
error-read-too-large = { $file } est trop gros ({ $size }) : on lit jusqu’à { $limit }.
error-read-unpacks-too-large = { $file } dépasse { $limit } une fois décompressé ; il n’est pas lu.
error-read-too-long = { $file } dépasse { $limit } de texte : partagez-le en plusieurs fichiers.
error-read-too-many-parts = { $file } contient trop de parties pour être un vrai document ; il n’est pas lu.
error-read-pages = { $file } est un document Pages : dans Pages, exportez-le vers Word (.docx).
error-read-xml = { $file } est un fichier XML : ouvrez-le dans Word ou LibreOffice et enregistrez-le en .docx ou .odt.
error-read-file-archive = { $file } est une archive de fichiers : décompressez-la et choisissez les documents qu’elle contient.
error-read-too-deep = { $file } imbrique trop d’éléments pour être un vrai document ; il n’est pas lu.
error-read-broken = { $file } est abîmé : ouvrez-le dans Word ou LibreOffice et enregistrez-le de nouveau.
error-read-not-a-document = { $file } n’est ni un document Word, ni un texte OpenDocument, ni un tableau où se trouve qui parle et ce qui est dit : copiez-en le texte dans un .docx, ou nommez les colonnes « Locuteur » et « Texte » et enregistrez-le en .xlsx.
error-read-lock-file = { $file } est le fichier que Word garde pendant que le document est ouvert : choisissez le document lui-même.
error-read-old-word = { $file } est à l’ancien format de Word (.doc) : ouvrez-le dans Word ou LibreOffice et enregistrez-le en .docx.
error-read-encrypted = { $file } est protégé par un mot de passe : ouvrez-le dans Word ou LibreOffice et enregistrez-le sans mot de passe.
error-read-macros = { $file } contient des macros : enregistrez-le en .docx, sans macros.
error-read-broken-pdf = { $file } est un PDF que l’on ne peut pas lire : ouvrez-le dans Word ou LibreOffice et enregistrez-le en .docx.
error-read-encrypted-pdf = { $file } est un PDF protégé par un mot de passe : ouvrez-le, puis imprimez-le dans un nouveau PDF sans mot de passe.
error-read-scanned-pdf = { $file } est un PDF sans texte, sans doute numérisé : demandez le document d’origine, ou passez le PDF par une reconnaissance de caractères.
error-read-too-demanding = { $file } demande trop de temps ou de mémoire ; il n’est pas lu. Enregistrez son texte en .docx ou en .txt, ou partagez-le en plusieurs fichiers.
error-read-web-page = { $file } est une page web en un seul fichier (.mht) dont la page ne se laisse pas lire : ouvrez-la et enregistrez-la en .html, ou copiez-en le texte dans un .docx.
error-read-recording = { $file } est un enregistrement : choisissez sa transcription, le texte qui en a été tiré.
error-read-picture = { $file } est une image : choisissez le texte dont elle est la photo, ou passez-la par une reconnaissance de caractères.
error-read-not-text = { $file } n’est pas un texte : enregistrez la transcription en .docx, .odt ou .txt.
error-read-unknown-encoding = L’encodage « { $encoding } » est inconnu.

## Noms

error-name-empty = Le nom est vide.
error-name-unknown = Rien ne s’appelle « { $name } ».
error-name-ambiguous = Plusieurs éléments s’appellent « { $name } » ; choisissez l’un de ces identifiants : { $ids }.
error-name-taken = « { $name } » existe déjà à cet endroit.
error-id-unknown = Aucun élément n’a l’identifiant { $id }.
error-member-unknown = Personne ne s’appelle « { $name } » dans l’équipe.
error-member-needed = L’équipe compte plusieurs personnes ({ $names }) : dites qui agit avec --as.
error-interview-unknown = Aucun entretien ne s’appelle « { $name } ».
error-code-unknown =
    { $method ->
        [thematic] Aucun code ne s’appelle « { $name } ».
       *[grounded] Aucune étiquette ne s’appelle « { $name } ».
    }
error-participant-unknown = Aucun participant ne s’appelle « { $name } ».
error-names-known = Noms connus : { $names }
error-names-more = Noms connus, entre autres : { $names }

## Extraits, étiquettes

error-range-outside = Le passage { $start }–{ $end } sort du texte, qui compte { $length } caractères.
error-range-empty = Le passage est vide : choisissez au moins un mot.
error-code-deleted = « { $code } » a été supprimé : rétablissez-le ou choisissez autre chose.
error-code-into-itself = Un élément ne peut pas être rangé dans ce qu’il contient : choisissez une autre place.
error-already-applied = « { $code } » est déjà posé sur ce passage.
error-quote-differs = Le texte dit « { $found } » et non « { $quote } ».
error-round-sealed = Ce codage est déclaré fini et scellé : il ne change plus avant l’ouverture du tour. Pour le reprendre, rouvrez-le.
error-round-not-yours = Ce tour de double codage ne vous a pas été confié.
error-interview-excluded = L’entretien { $interview } est exclu de l’analyse.
error-coding-finished = Votre codage de l’entretien { $interview } est terminé : rouvrez-le pour y revenir.
error-cuts-character = Le passage { $start }–{ $end } coupe un caractère en deux : déplacez ses bords.
error-withdrawn = Les paroles de ce participant ont été retirées : il n’en reste rien à lire ni à étiqueter.
error-text-moved-on = Le texte a été corrigé entre-temps : rouvrez les tours de parole pour repartir du texte actuel.
error-turns = Ces tours de parole ne vont pas avec le texte : ils se chevauchent, en sortent, ou personne ne les dit.
error-nothing-to-change = Rien à changer : c’est déjà ainsi.
error-not-a-version = { $version } n’est pas l’une des versions entre lesquelles choisir.
error-not-unitable = Ces deux éléments ne peuvent pas être réunis : il en faut deux de la même sorte (entretiens, étiquettes ou codes, participants, membres).
error-layer-unknown = « { $layer } » n’est pas une couche : écrivez experiential ou thematic.

## Des étiquettes à la théorie

error-level-above = « { $code } » serait rangé sous « { $above } », qui est d’un niveau inférieur : changez d’abord le niveau de « { $above } », ou choisissez une autre place.
error-level-below = « { $code } » deviendrait d’un niveau inférieur à « { $below } », qui est rangé dessous : sortez d’abord « { $below } », ou changez aussi son niveau.
error-dimension-ends = Une dimension a deux pôles, ou au moins deux valeurs dans un ordre.
error-value-twice = Deux valeurs de la dimension s’appellent « { $name } » : donnez-leur des noms différents.
error-not-on-dimension = Cette position n’existe pas sur la dimension de « { $property } » : ouvrez la propriété pour voir ses pôles.
error-related-to-itself = « { $code } » ne peut pas être relié à lui-même.
error-related-already = Cette relation existe déjà : { $relation }. Ajoutez-y plutôt des extraits.
error-part-of-itself = « { $part } » ne peut pas faire partie de « { $whole } » : « { $whole } » fait déjà partie de « { $part } ».
error-type-in-use = Le type « { $name } » sert à la relation { $relation } : donnez-lui d’abord un autre type.
error-grid-named-twice = « { $name } » se trouve déjà à la ligne { $first } : gardez l’une des deux lignes.
## Annuler

error-nothing-to-undo = Il n’y a rien à annuler.
error-nothing-to-redo = Il n’y a rien à rétablir.
error-undo-changed-since = Impossible d’annuler : { $by } a modifié la même chose depuis ({ $what }).
error-undo-in-use = Impossible d’annuler : { $by } s’appuie dessus ({ $what }).
error-undo-purge = Un retrait de données ne s’annule pas.
error-undo-unknown = Impossible d’annuler : cette opération n’est pas dans ce fichier.
error-somebody = quelqu’un

## Fichiers de codage (CSV)

error-line = Ligne { $n } : { $what }
error-table = { $file } : { $what }
error-csv-empty = le tableau est vide : sa première ligne doit nommer les colonnes.
error-csv-not-text = ce n’est pas un tableau de texte : enregistrez-le au format CSV.
error-csv-column-missing = la colonne « { $column } » manque : la première ligne doit la nommer.
error-csv-column-twice = la colonne « { $column } » est nommée deux fois.
error-csv-bad-row = la ligne ne se laisse pas lire : { $reason }.
error-csv-empty-cell = la colonne « { $column } » est vide.
error-csv-bad-number = « { $text } », dans la colonne « { $column } », n’est pas un nombre entier.
error-csv-bad-value = « { $text } » ne convient pas à la colonne « { $column } ».
error-csv-bad-range = le passage { $start }–{ $end } est vide ou va à reculons.
error-csv-half-coding = un passage et son étiquette (code) vont ensemble : l’un des deux manque.
error-csv-empty-level = le chemin « { $path } » a un niveau vide.

## Fusion de deux copies

error-merge-different-study = L’autre fichier est une autre étude : rien n’a été fusionné.
error-merge-same-op-differs = L’opération { $op } n’est pas la même dans les deux copies : rien n’a été fusionné.
error-take-back-stands-on = Impossible de défaire cette fusion : { $by } s’appuie dessus ({ $what }).
error-merge-other-damaged = L’autre copie est abîmée ({ $reason }) : rien n’a été fusionné. Prenez une de ses sauvegardes.
error-no-merge = Il n’y a pas de fusion à défaire.
error-backup-unknown = Aucune sauvegarde n’a l’identifiant { $id }.

## Imprévu

error-unexpected = Quelque chose d’imprévu s’est produit : { $reason }. Ce qui était enregistré l’est toujours.
error-participant-speaks = Ce participant parle dans { $interview } : excluez-le, ou retirez d’abord ses paroles.

## Recherche

error-query-empty = Il n'y a aucun mot à chercher.
error-query-only-excluded = La recherche dit seulement ce qu'il faut écarter : ajoutez un mot à trouver.
error-query-too-long = La recherche est trop longue : { $count } mots au plus.
error-query-too-deep = Trop de parenthèses les unes dans les autres : { $count } au plus.
error-query-regex = L'expression entre barres obliques ne se laisse pas lire : { $problem } (signe { $count }).
regex-open-group = une parenthèse n'est pas fermée
regex-stray-close = une parenthèse ne ferme rien
regex-open-class = un crochet n'est pas fermé
regex-nothing-repeated = rien ne précède le signe de répétition
regex-bad-count = le nombre de répétitions entre accolades ne convient pas
regex-bad-range = un intervalle entre crochets va à l'envers
regex-bad-escape = une barre inverse ne précède pas un signe qu'elle peut changer
regex-not-offered = regarder en avant ou en arrière et répéter un groupe ne se peuvent pas ici
regex-too-deep = trop de groupes les uns dans les autres
regex-unreadable = elle n'est pas complète ou pas permise
error-query-regex-too-large = L'expression entre barres obliques est trop grande : simplifiez-la.
error-query-took-too-long = La recherche prend trop de temps : précisez-la.
error-index = L'index de recherche ne se laisse pas préparer : { $reason }.

## Déclaration de saturation, visas, relecture.

error-claim-argument = Une déclaration commence par l’argument, en quelques phrases : pourquoi les catégories sont étoffées.
error-claim-nothing-coded = Rien n’est codé jusqu’au bout à ce niveau : aucun entretien dont le codage est terminé n’y porte d’extrait. Codez d’abord, puis déclarez le codage terminé.
error-claim-nothing-finished = Aucun entretien n’est codé jusqu’au bout : déclarez d’abord le codage terminé.
error-claim-empty = La déclaration { $at }+{ $confirm } ne peut pas être vérifiée : il faut nommer un entretien, compté à partir de 1, et au moins un entretien de confirmation.
error-sheet-folder = « { $folder } » existe déjà, sans le dossier « { $sheet } » dont ce seraient les figures : donnez un autre nom au dossier de saturation, ou déplacez ce répertoire. Rien n’a été écrit.
error-claim-beyond =
    { $n ->
        [one] La déclaration { $at }+{ $confirm } dépasse le dernier entretien : { $n } seul est codé jusqu’au bout.
       *[other] La déclaration { $at }+{ $confirm } dépasse le dernier entretien : { $n } sont codés jusqu’au bout.
    }
error-claim-unfinished = La déclaration couvre des entretiens dont le codage est en cours : { $interviews }. Terminez-les, ou excluez-les de l’analyse.
error-claim-sealed = La déclaration couvre des entretiens encore sous enveloppe scellée : { $interviews }. Ouvrez d’abord le double codage.
error-claim-blind = Un tour scellé vous cache le travail des autres ({ $rounds }) : les chiffres seraient partiels. Déclarez une fois le tour ouvert.
error-claim-not-made = Rien n’est encore déclaré : l’argument est écrit, les chiffres ne sont pas figés.
error-claim-order = L’ordre choisi oublie { $interviews } : nommez chaque entretien dont le codage est terminé, ou écartez-le de l’analyse.
error-visa-signed = { $director } a signé son avis sur cette déclaration : lui seul, ou elle seule, peut le changer.
error-visa-proof = Un avis saisi pour quelqu’un d’autre demande sa preuve : joignez le courriel ou la page signée.
error-claim-not-its-director = { $member } n’est pas parmi les directeurs dont cette déclaration demande le visa.
error-not-a-director = { $member } n’a pas le rôle de directeur dans cette étude.
error-director-reads = Un directeur lit et commente ; les extraits et les étiquettes restent à ceux qui codent. Pour coder aussi, faites partie d’un double codage.
error-review-copy-only = Cette copie de relecture a été faite pour { $director } : on y lit, on y commente, on y donne son visa. Tout le reste se fait dans l’étude elle-même.
error-beyond-review = Une copie de relecture ne rapporte que les commentaires, les visas et les marques de lecture de son destinataire ({ $director }). Celle-ci contient autre chose : { $what }. Rien n’en a été repris ; le fichier reste tel qu’il est.
beyond-record = { $kind } × { $n }
beyond-name =
    { $n ->
        [one] un commentaire, un visa ou une marque d’un autre membre ({ $member })
       *[other] { $n } commentaires, visas ou marques d’un autre membre ({ $member })
    }
beyond-by =
    { $n ->
        [one] un élément touché par { $member }
       *[other] { $n } éléments touchés par { $member }
    }
beyond-purge = un retrait de paroles
error-strange-replies = { $file } parle d’éléments que cette étude n’a jamais contenus, ou donne un visa qui n’était pas demandé : { $what } Rien n’a été repris ; le fichier reste tel qu’il est.
error-refusal-reason = Un refus se motive : une phrase suffit, l’étudiant repart d’elle.
error-no-replies = { $file } n’est pas un fichier de réponses à une relecture.
error-replies-other-study = Ces réponses portent sur une autre étude.

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Billing Desk</source>
        <translation>Billing Deskについて</translation>
    </message>
    <message>
        <source>MIT license. Qt {qt} and PySide6 are used under the LGPL 3 and can be replaced.</source>
        <translation>MITライセンス。Qt {qt}とPySide6はLGPL 3のもとで使用しており、差し替えることができます。</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Accounts and keys</source>
        <translation>アカウントとキー</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>アカウントを追加…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>No accounts yet. Add one with a test or live key.</source>
        <translation>アカウントはまだありません。テストまたは本番のキーで追加してください。</translation>
    </message>
    <message>
        <source>Deletes the {mode} key for {name} from the keyring. The key stays valid in Stripe.</source>
        <translation>{name}の{mode}キーをキーリングから削除します。Stripeではキーは引き続き有効です。</translation>
    </message>
    <message>
        <source>Delete key</source>
        <translation>キーを削除</translation>
    </message>
    <message>
        <source>Rename account</source>
        <translation>アカウント名の変更</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Deletes the keys for {name} from the keyring and removes the account from this list. The audit log stays on this computer, encrypted.</source>
        <translation>{name}のキーをキーリングから削除し、アカウントを一覧から削除します。監査ログは暗号化されたままこのコンピューターに残ります。</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name}を一覧から削除</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>アカウントを一覧から削除</translation>
    </message>
    <message>
        <source>Erases everything about {name} on this computer: the keys, the local copy, and the audit log. Files are overwritten before they are deleted. Nothing changes in Stripe. This cannot be undone.</source>
        <translation>このコンピューターにある{name}のデータ（キー、ローカルコピー、監査ログ）をすべて消去します。ファイルは上書きしてから削除します。Stripeのデータは変更されません。この操作は取り消せません。</translation>
    </message>
    <message>
        <source>No local files.</source>
        <translation>ローカルファイルはありません。</translation>
    </message>
    <message>
        <source>Erase {name}</source>
        <translation>{name}を消去</translation>
    </message>
    <message>
        <source>Erase account</source>
        <translation>アカウントを消去</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>消去…</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Replace key…</source>
        <translation>キーを置き換え…</translation>
    </message>
    <message>
        <source>Delete key…</source>
        <translation>キーを削除…</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>キーを追加…</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Go to {tab}</source>
        <translation>{tab}へ移動</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>一覧を絞り込む</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新規顧客</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>顧客を編集</translation>
    </message>
    <message>
        <source>Find or create customer</source>
        <translation>顧客を検索または作成</translation>
    </message>
    <message>
        <source>Charge customer</source>
        <translation>顧客に請求</translation>
    </message>
    <message>
        <source>Add card</source>
        <translation>カードを追加</translation>
    </message>
    <message>
        <source>Pay overdue invoices</source>
        <translation>期限超過の請求書を支払う</translation>
    </message>
    <message>
        <source>Refund latest payment</source>
        <translation>最新の支払いを返金</translation>
    </message>
    <message>
        <source>Adjust customer balance</source>
        <translation>顧客の残高を調整</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>メモを追加</translation>
    </message>
    <message>
        <source>New invoice</source>
        <translation>新規請求書</translation>
    </message>
    <message>
        <source>New subscription</source>
        <translation>新規サブスクリプション</translation>
    </message>
    <message>
        <source>Month close</source>
        <translation>月次締め</translation>
    </message>
    <message>
        <source>Stripe reports</source>
        <translation>Stripe レポート</translation>
    </message>
    <message>
        <source>Save PDFs of invoices</source>
        <translation>請求書のPDFを保存</translation>
    </message>
    <message>
        <source>Approve invoice</source>
        <translation>請求書を承認</translation>
    </message>
    <message>
        <source>Query invoice</source>
        <translation>請求書を照会中にする</translation>
    </message>
    <message>
        <source>Change subscription</source>
        <translation>サブスクリプションを変更</translation>
    </message>
    <message>
        <source>Cancel subscription</source>
        <translation>サブスクリプションを解約</translation>
    </message>
    <message>
        <source>Pause subscription</source>
        <translation>サブスクリプションを一時停止</translation>
    </message>
    <message>
        <source>Discount of subscription</source>
        <translation>サブスクリプションの割引</translation>
    </message>
    <message>
        <source>Trial of subscription</source>
        <translation>サブスクリプションのトライアル</translation>
    </message>
    <message>
        <source>Setup fee for subscription</source>
        <translation>サブスクリプションの初期費用</translation>
    </message>
    <message>
        <source>Compare possible duplicates</source>
        <translation>重複の可能性がある顧客を比較</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新規プラン</translation>
    </message>
    <message>
        <source>Coupons and promotion codes</source>
        <translation>クーポンとプロモーションコード</translation>
    </message>
    <message>
        <source>Import usage</source>
        <translation>使用量をインポート</translation>
    </message>
    <message>
        <source>Imports of usage</source>
        <translation>使用量のインポート</translation>
    </message>
    <message>
        <source>Usage sent from here</source>
        <translation>ここから送信した使用量</translation>
    </message>
    <message>
        <source>Rejected usage</source>
        <translation>拒否された使用量</translation>
    </message>
    <message>
        <source>New meter</source>
        <translation>メーターを作成</translation>
    </message>
    <message>
        <source>Wiring check</source>
        <translation>接続の確認</translation>
    </message>
    <message>
        <source>Undo last change</source>
        <translation>直前の変更を元に戻す</translation>
    </message>
    <message>
        <source>Bulk edit</source>
        <translation>一括編集</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID をコピー</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>Back to list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Resync</source>
        <translation>再同期</translation>
    </message>
    <message>
        <source>Pause or resume sync</source>
        <translation>同期を一時停止／再開</translation>
    </message>
    <message>
        <source>Export list</source>
        <translation>一覧をエクスポート</translation>
    </message>
    <message>
        <source>Edit columns</source>
        <translation>列を編集</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>ビューを保存</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Allow or block changes in live mode</source>
        <translation>本番環境での変更を許可／禁止</translation>
    </message>
    <message>
        <source>Lock Billing Desk</source>
        <translation>Billing Deskをロック</translation>
    </message>
    <message>
        <source>Advance time</source>
        <translation>時間を進める</translation>
    </message>
    <message>
        <source>Open the practice account</source>
        <translation>練習用アカウントを開く</translation>
    </message>
    <message>
        <source>Accounts and keys</source>
        <translation>アカウントとキー</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>About Billing Desk</source>
        <translation>Billing Deskについて</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Activity</source>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>チケット</translation>
    </message>
    <message>
        <source>Search the audit log</source>
        <translation>監査ログを検索</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>監査ログ</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Export audit log</source>
        <translation>監査ログをエクスポート</translation>
    </message>
    <message>
        <source>Entry {n} is missing from the audit log.</source>
        <translation>監査ログの{n}番目の記録がありません。</translation>
    </message>
    <message>
        <source>Entries are missing at the end of the audit log, starting with {n}.</source>
        <translation>監査ログの末尾の記録（{n}番目以降）がありません。</translation>
    </message>
    <message>
        <source>An operation has no entry in the audit log: {what}.</source>
        <translation>監査ログに記録のない操作があります：{what}</translation>
    </message>
    <message>
        <source>The audit log was rolled back: it has {n} of the {what} entries written on this computer.</source>
        <translation>監査ログが以前の状態に戻されています。このコンピューターで書き込まれた{what}件のうち{n}件しかありません。</translation>
    </message>
    <message>
        <source>The audit log written on this computer is missing. A new one was started.</source>
        <translation>このコンピューターで書き込まれた監査ログが見つかりません。新しいログを開始しました。</translation>
    </message>
    <message>
        <source>The keyring no longer has the audit log&apos;s checkpoint, so a rollback cannot be detected.</source>
        <translation>キーリングに監査ログのチェックポイントがないため、監査ログが以前の状態に戻されたかどうかを確認できません。</translation>
    </message>
    <message>
        <source>The audit log was found rolled back on {at}. It has been intact since then.</source>
        <translation>{at}に、監査ログが以前の状態に戻されていることが確認されました。それ以降は改ざんされていません。</translation>
    </message>
    <message>
        <source>The audit log was found replaced on {at}. It has been intact since then.</source>
        <translation>{at}に、監査ログが置き換えられていることが確認されました。それ以降は改ざんされていません。</translation>
    </message>
    <message>
        <source>The audit log was found missing on {at}. It has been intact since then.</source>
        <translation>{at}に、監査ログがないことが確認されました。それ以降は改ざんされていません。</translation>
    </message>
    <message>
        <source>The audit log&apos;s checkpoint in the keyring was found missing on {at}. It has been intact since then.</source>
        <translation>{at}に、キーリングに監査ログのチェックポイントがないことが確認されました。それ以降は改ざんされていません。</translation>
    </message>
    <message>
        <source>The audit log was replaced by another file.</source>
        <translation>監査ログが別のファイルに置き換えられています。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>Bulk edits</source>
        <translation>一括編集</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更内容</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>最後のエラー</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>メソッド</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>リクエストID</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Check and resume</source>
        <translation>確認して再開</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>破棄…</translation>
    </message>
    <message>
        <source>The audit log is intact.</source>
        <translation>監査ログは改ざんされていません。</translation>
    </message>
    <message>
        <source>Entry {n} of the audit log was modified.</source>
        <translation>監査ログの{n}番目の記録が改ざんされています。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>Idempotency key</source>
        <translation>冪等キー</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>続行…</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>元に戻す…</translation>
    </message>
    <message>
        <source>Resolved: applied once.</source>
        <translation>解決しました。変更は1回だけ適用されています。</translation>
    </message>
    <message>
        <source>The change will not be sent again. If it already reached Stripe, it stays in effect there. Discard it?</source>
        <translation>この変更は再送されません。すでにStripeに届いている場合は、適用されたままになります。破棄しますか？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Discard this change</source>
        <translation>この変更を破棄</translation>
    </message>
    <message>
        <source>created</source>
        <translation>作成済み</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Every request uses Stripe API version {version}. Times are in {zone}.</source>
        <translation>すべてのリクエストにStripe APIバージョン{version}を使用します。時刻は{zone}です。</translation>
    </message>
</context>
<context>
    <name>AddCard</name>
    <message>
        <source>Add card</source>
        <translation>カードを追加</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Link to a card page</source>
        <translation>カード登録ページへのリンク</translation>
    </message>
    <message>
        <source>Link to the customer portal (expires in a few minutes)</source>
        <translation>カスタマーポータルへのリンク（数分で期限切れ）</translation>
    </message>
    <message>
        <source>ID of a token, payment method, or source</source>
        <translation>トークン、支払い方法、またはソースのID</translation>
    </message>
    <message>
        <source>Replace the default source with a token or source</source>
        <translation>デフォルトのソースをトークンまたはソースで置き換え</translation>
    </message>
    <message>
        <source>Update the card on file, or add a token</source>
        <translation>登録済みのカードを更新、またはトークンを追加</translation>
    </message>
    <message>
        <source>Stripe test card</source>
        <translation>Stripeのテストカード</translation>
    </message>
    <message>
        <source>Set as default card</source>
        <translation>デフォルトのカードに設定</translation>
    </message>
    <message>
        <source>ID (tok_…, pm_…, src_…)</source>
        <translation>ID（tok_…、pm_…、src_…）</translation>
    </message>
    <message>
        <source>Test card</source>
        <translation>テストカード</translation>
    </message>
    <message>
        <source>If this card still exists, only its expiration date is updated. Otherwise the token&apos;s card is added.</source>
        <translation>このカードが存在する場合は有効期限だけを更新します。存在しない場合はトークンのカードを追加します。</translation>
    </message>
    <message>
        <source>Card on file</source>
        <translation>登録済みのカード</translation>
    </message>
    <message>
        <source>Expiration date (MM/YYYY)</source>
        <translation>有効期限（MM/YYYY）</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>The ID must start with tok_, pm_, or src_.</source>
        <translation>IDはtok_、pm_、src_のいずれかで始まる必要があります。</translation>
    </message>
    <message>
        <source>Enter a month and a year, such as 09/2030.</source>
        <translation>09/2030のように月と年を入力してください。</translation>
    </message>
    <message>
        <source>Add card to {name}</source>
        <translation>{name}にカードを追加</translation>
    </message>
    <message>
        <source>Card added.</source>
        <translation>カードを追加しました。</translation>
    </message>
    <message>
        <source>Create card page for {name}</source>
        <translation>{name}のカード登録ページを作成</translation>
    </message>
    <message>
        <source>The page is ready. Send the link to the customer.</source>
        <translation>ページを作成しました。リンクを顧客に送ってください。</translation>
    </message>
    <message>
        <source>A card was added.</source>
        <translation>カードが追加されました。</translation>
    </message>
    <message>
        <source>Card added: {card}.</source>
        <translation>カードが追加されました：{card}</translation>
    </message>
    <message>
        <source>Card added as the default: {card}.</source>
        <translation>デフォルトのカードとして追加されました：{card}</translation>
    </message>
    <message>
        <source>Close page</source>
        <translation>ページを無効にする</translation>
    </message>
    <message>
        <source>Waiting for the customer…</source>
        <translation>顧客の操作を待っています…</translation>
    </message>
    <message>
        <source>The link no longer works.</source>
        <translation>リンクは無効になりました。</translation>
    </message>
    <message>
        <source>The page expired or was closed. No card was added.</source>
        <translation>ページの期限が切れたか、無効になりました。カードは追加されていません。</translation>
    </message>
</context>
<context>
    <name>Ageing</name>
    <message>
        <source>More than {days} days</source>
        <translation>{days}日超</translation>
    </message>
    <message>
        <source>{low}–{high} days</source>
        <translation>{low}〜{high}日</translation>
    </message>
    <message>
        <source>Overdue {amounts}</source>
        <translation>期限超過：{amounts}</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>期限超過はありません</translation>
    </message>
    <message numerus="yes">
        <source>{amount} · %n invoice(s)</source>
        <translation>
            <numerusform>{amount} · 請求書%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>List these invoices</source>
        <translation>これらの請求書を一覧表示</translation>
    </message>
    <message>
        <source>Hide ages</source>
        <translation>延滞日数別の内訳を非表示</translation>
    </message>
    <message>
        <source>Show ages</source>
        <translation>延滞日数別の内訳を表示</translation>
    </message>
</context>
<context>
    <name>Arm</name>
    <message>
        <source>Allow changes in live mode</source>
        <translation>本番環境での変更を許可</translation>
    </message>
    <message numerus="yes">
        <source>Allow for %n minute(s)</source>
        <translation>
            <numerusform>%n分間許可</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes in live mode move real money. To allow them, type the account name: {name}</source>
        <translation>本番環境での変更では実際のお金が動きます。許可するには、アカウント名を入力してください：{name}</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>アカウント名</translation>
    </message>
    <message>
        <source>The account name does not match.</source>
        <translation>アカウント名が一致しません。</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n more new card(s). See Cards, newest first.</source>
        <translation>
            <numerusform>ほかに新しいカードが%n枚あります（「カード」に新しい順に表示）。</numerusform>
        </translation>
    </message>
    <message>
        <source>New card for {name}: {card}.</source>
        <translation>{name}の新しいカード：{card}。</translation>
    </message>
    <message>
        <source>It is prepaid and was removed, as set in Settings.</source>
        <translation>プリペイドカードのため、設定に従って削除しました。</translation>
    </message>
    <message>
        <source>Prepaid cards are not accepted. Ask the customer for another card.</source>
        <translation>プリペイドカードは利用できません。顧客に別のカードを依頼してください。</translation>
    </message>
    <message>
        <source>Its funding type is “{funding}”. Review the card before using it.</source>
        <translation>カード種別は「{funding}」です。使用前に確認してください。</translation>
    </message>
    <message>
        <source>It is now the default card.</source>
        <translation>デフォルトのカードに設定しました。</translation>
    </message>
    <message>
        <source>It could not be set as the default.</source>
        <translation>デフォルトに設定できませんでした。</translation>
    </message>
    <message>
        <source>It could not be removed.</source>
        <translation>削除できませんでした。</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>発生日時</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>対応済み</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>すべての種類</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>対応が必要なものはありません。</translation>
    </message>
    <message>
        <source>Show handled</source>
        <translation>対応済みも表示</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Mark as handled</source>
        <translation>対応済みにする</translation>
    </message>
    <message>
        <source>Not handled</source>
        <translation>未対応に戻す</translation>
    </message>
    <message>
        <source>{who}, {at}</source>
        <translation>{who}、{at}</translation>
    </message>
    <message>
        <source>Billing Desk</source>
        <translation>Billing Desk</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>不審請求の申し立て</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>支払い失敗</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>レビュー</translation>
    </message>
    <message>
        <source>Webhook failing</source>
        <translation>Webhook の送信失敗</translation>
    </message>
    <message>
        <source>Rejected usage</source>
        <translation>拒否された使用量</translation>
    </message>
    <message>
        <source>Trial ending</source>
        <translation>トライアル終了間近</translation>
    </message>
    <message>
        <source>Card expiring</source>
        <translation>カードの有効期限</translation>
    </message>
    <message>
        <source>Draft not finalized</source>
        <translation>確定されない下書き</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) failed.</source>
        <translation>
            <numerusform>%n 回失敗しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stripe does not try again.</source>
        <translation>Stripe は再試行しません。</translation>
    </message>
    <message>
        <source>Next attempt: {at}.</source>
        <translation>次回の試行：{at}。</translation>
    </message>
    <message>
        <source>The customer disputed this payment ({reason}).</source>
        <translation>顧客がこの支払いに不審請求を申し立てました（{reason}）。</translation>
    </message>
    <message>
        <source>Respond by {at} in the Stripe Dashboard.</source>
        <translation>{at} までに Stripe ダッシュボードで回答してください。</translation>
    </message>
    <message>
        <source>Radar asks to review a payment ({reason}).</source>
        <translation>Radar が支払いのレビューを求めています（{reason}）。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) could not be delivered since {since}: {types}.</source>
        <translation>
            <numerusform>{since} 以降、%n 件のイベントを配信できませんでした：{types}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stripe rejected %n usage event(s): {why}</source>
        <translation>
            <numerusform>Stripe が %n 件の使用量イベントを拒否しました：{why}</numerusform>
        </translation>
    </message>
    <message>
        <source>The trial ends on {at}. Then the subscription is billed.</source>
        <translation>トライアルは {at} に終了し、その後サブスクリプションが請求されます。</translation>
    </message>
    <message>
        <source>{card} has expired and pays a subscription.</source>
        <translation>サブスクリプションの支払いに使われている {card} は期限切れです。</translation>
    </message>
    <message>
        <source>{card} is about to expire and pays a subscription.</source>
        <translation>サブスクリプションの支払いに使われている {card} の有効期限が近づいています。</translation>
    </message>
    <message>
        <source>Stripe should have finalized this invoice, but it is still a draft.</source>
        <translation>この請求書は Stripe が確定しているはずですが、まだ下書きです。</translation>
    </message>
    <message>
        <source>This draft is older than a week and is not finalized automatically.</source>
        <translation>この下書きは作成から1週間以上経過しており、自動では確定されません。</translation>
    </message>
    <message>
        <source>Stripe could not finalize this invoice ({code}).</source>
        <translation>Stripe はこの請求書を確定できませんでした（{code}）。</translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message numerus="yes">
        <source>All %n transaction(s)</source>
        <translation>
            <numerusform>取引%n件をすべて表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>Adjust balance</source>
        <translation>残高を調整</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Credit (reduces what the customer owes)</source>
        <translation>クレジット（請求額を減らす）</translation>
    </message>
    <message>
        <source>Debit (increases what the customer owes)</source>
        <translation>デビット（請求額を増やす）</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>必須。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Credit {amount} to {name}</source>
        <translation>{name}に{amount}のクレジットを追加</translation>
    </message>
    <message>
        <source>Debit {amount} from {name}</source>
        <translation>{name}に{amount}のデビットを追加</translation>
    </message>
    <message>
        <source>Balance adjusted.</source>
        <translation>残高を調整しました。</translation>
    </message>
</context>
<context>
    <name>Bills</name>
    <message>
        <source>Bills ({zone})</source>
        <translation>請求（{zone}）</translation>
    </message>
    <message>
        <source>Choose a plan to see the bills.</source>
        <translation>プランを選択すると、請求が表示されます。</translation>
    </message>
    <message>
        <source>Say: “{sentence}”</source>
        <translation>顧客への案内：「{sentence}」</translation>
    </message>
    <message>
        <source>First year</source>
        <translation>最初の1年間</translation>
    </message>
    <message>
        <source>All bills of the next 365 days by Stripe&apos;s previews, without usage.</source>
        <translation>Stripeのプレビューによる、今後365日間のすべての請求（使用量を除く）。</translation>
    </message>
    <message>
        <source>{amount} today</source>
        <translation>本日のお支払いは{amount}</translation>
    </message>
    <message>
        <source>Nothing today</source>
        <translation>本日のお支払いはなし</translation>
    </message>
    <message>
        <source>{today}.</source>
        <translation>{today}です。</translation>
    </message>
    <message>
        <source>{today}; {amount} on {day}.</source>
        <translation>{today}、{day}は{amount}です。</translation>
    </message>
    <message>
        <source>Complete the form to see the bills.</source>
        <translation>請求を表示するには、フォームを入力してください。</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更内容</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>Retry failed rows</source>
        <translation>失敗した行を再試行</translation>
    </message>
    <message>
        <source>Skip the rest</source>
        <translation>残りをスキップ</translation>
    </message>
    <message>
        <source>Save links…</source>
        <translation>リンクを保存…</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Valid until ({zone})</source>
        <translation>有効期限（{zone}）</translation>
    </message>
    <message numerus="yes">
        <source>%n expired link(s) were skipped.</source>
        <translation>
            <numerusform>期限切れのリンク%n件をスキップしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save links</source>
        <translation>リンクを保存</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Email text</source>
        <translation>メール本文</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>{what}: {made} of {total}, {rate}/s</source>
        <translation>{what}：{made} / {total}、毎秒{rate}件</translation>
    </message>
    <message>
        <source>{what}…</source>
        <translation>{what}…</translation>
    </message>
    <message>
        <source>Paused: {made} of {total}</source>
        <translation>一時停止中：{made} / {total}</translation>
    </message>
    <message>
        <source>{done} changed, {skipped} skipped, {failed} failed, {unknown} unknown.</source>
        <translation>変更{done}件、スキップ{skipped}件、失敗{failed}件、不明{unknown}件。</translation>
    </message>
    <message>
        <source>Links: {done} created, {skipped} skipped, {failed} failed, {unknown} unknown.</source>
        <translation>リンク：作成{done}件、スキップ{skipped}件、失敗{failed}件、不明{unknown}件。</translation>
    </message>
    <message>
        <source>Save the links in Activity.</source>
        <translation>アクティビティでリンクを保存できます。</translation>
    </message>
    <message>
        <source>{waiting} remaining. Continue in Activity.</source>
        <translation>残り{waiting}件。アクティビティで続行できます。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n card(s)</source>
        <translation>
            <numerusform>%n枚のカードを編集</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n subscription(s)</source>
        <translation>
            <numerusform>%n件のサブスクリプションを編集</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n invoice(s)</source>
        <translation>
            <numerusform>%n件の請求書を編集</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n link(s)</source>
        <translation>
            <numerusform>%n件のリンクを作成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Charge %n invoice(s)</source>
        <translation>
            <numerusform>%n件の請求書を請求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finalize %n invoice(s)</source>
        <translation>
            <numerusform>%n件の請求書を確定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n invoice(s)</source>
        <translation>
            <numerusform>%n件の請求書を送信</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) to a card page will be created. Save them in Activity; no email is sent.</source>
        <translation>
            <numerusform>カード登録ページへのリンクを%n件作成します。アクティビティで保存できます。メールは送信されません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will become the default. Subscriptions with their own card keep it.</source>
        <translation>
            <numerusform>%n枚のカードがデフォルトになります。独自のカードが設定されているサブスクリプションは変わりません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) will be finalized. Stripe collects each as its draft says.</source>
        <translation>
            <numerusform>%n件の請求書を確定します。Stripeはそれぞれの下書きの設定に従って回収します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) will be sent by email.</source>
        <translation>
            <numerusform>%n件の請求書をメールで送信します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) will be charged.</source>
        <translation>
            <numerusform>%n件の請求書を請求します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) will be written off. Stripe stops collecting.</source>
        <translation>
            <numerusform>%n件の請求書を回収不能として償却します。Stripeは回収を停止します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest unpaid invoice of %n subscription(s) will be charged.</source>
        <translation>
            <numerusform>%n件のサブスクリプションの最も古い未払い請求書が請求されます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) will be moved; billing dates and quantities stay.</source>
        <translation>
            <numerusform>%n件のサブスクリプションを移行します。請求日と数量は変わりません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) will be canceled at the end of their period.</source>
        <translation>
            <numerusform>%n件のサブスクリプションを期間終了時にキャンセルします。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) will be changed. No money moves.</source>
        <translation>
            <numerusform>%n件の請求書を変更します。お金は動きません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) will be changed.</source>
        <translation>
            <numerusform>%n件のサブスクリプションを変更します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be changed. No money moves.</source>
        <translation>
            <numerusform>%n枚のカードを変更します。お金は動きません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Monthly revenue {changes}</source>
        <translation>月間収益：{changes}</translation>
    </message>
    <message>
        <source>for the default card</source>
        <translation>デフォルトのカード用</translation>
    </message>
    <message>
        <source>{action}: {value}</source>
        <translation>{action}：{value}</translation>
    </message>
    <message>
        <source>This key is reserved for Billing Desk.</source>
        <translation>このキーはBilling Deskが使用しています。</translation>
    </message>
    <message>
        <source>A tag cannot contain a comma.</source>
        <translation>タグにカンマは使えません。</translation>
    </message>
    <message>
        <source>A metadata key cannot contain square brackets.</source>
        <translation>メタデータのキーに角かっこは使えません。</translation>
    </message>
    <message>
        <source>A key can have up to 40 characters, a value up to 500.</source>
        <translation>キーは40文字、値は500文字以内です。</translation>
    </message>
    <message>
        <source>A description can have up to 350 characters.</source>
        <translation>説明は350文字以内です。</translation>
    </message>
    <message>
        <source>no change needed</source>
        <translation>変更不要</translation>
    </message>
    <message>
        <source>deleted in Stripe</source>
        <translation>Stripeで削除済み</translation>
    </message>
    <message>
        <source>skipped by the operator</source>
        <translation>担当者がスキップ</translation>
    </message>
    <message>
        <source>not attached to a customer</source>
        <translation>顧客に関連付けられていない</translation>
    </message>
    <message>
        <source>another card of the same customer</source>
        <translation>同じ顧客の別のカード</translation>
    </message>
    <message>
        <source>one of several cards of its customer</source>
        <translation>同じ顧客の複数のカードのひとつ</translation>
    </message>
    <message>
        <source>needs review first</source>
        <translation>先に確認が必要</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>a payment method is the default and takes precedence</source>
        <translation>支払い方法がデフォルトとして優先される</translation>
    </message>
    <message>
        <source>already has 50 metadata keys</source>
        <translation>メタデータのキーがすでに50個ある</translation>
    </message>
    <message>
        <source>the tags would be too long</source>
        <translation>タグが長くなりすぎる</translation>
    </message>
    <message>
        <source>has ended</source>
        <translation>終了済み</translation>
    </message>
    <message>
        <source>managed by a schedule</source>
        <translation>スケジュールで管理されている</translation>
    </message>
    <message>
        <source>free now: a paid plan would be charged at once</source>
        <translation>現在無料のため、有料プランにするとすぐに請求されます</translation>
    </message>
    <message>
        <source>has a discount already</source>
        <translation>すでに割引があります</translation>
    </message>
    <message>
        <source>has several plans</source>
        <translation>複数のプランがある</translation>
    </message>
    <message>
        <source>another currency</source>
        <translation>通貨が異なる</translation>
    </message>
    <message>
        <source>another billing period or usage type</source>
        <translation>請求期間または使用タイプが異なる</translation>
    </message>
    <message>
        <source>paused or not paid yet</source>
        <translation>一時停止中または未払い</translation>
    </message>
    <message>
        <source>the plan is archived</source>
        <translation>プランがアーカイブ済み</translation>
    </message>
    <message>
        <source>no unpaid invoice</source>
        <translation>未払いの請求書なし</translation>
    </message>
    <message>
        <source>a payment is on its way</source>
        <translation>支払い処理中</translation>
    </message>
    <message>
        <source>paid by the customer, not charged automatically</source>
        <translation>自動請求ではなく顧客が支払う</translation>
    </message>
    <message>
        <source>no payment method</source>
        <translation>支払い方法なし</translation>
    </message>
    <message>
        <source>changed since the dry run</source>
        <translation>確認後に変更された</translation>
    </message>
    <message>
        <source>a draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>finalized already</source>
        <translation>すでに確定済み</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>支払い済み</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>uncollectible</source>
        <translation>回収不能</translation>
    </message>
    <message>
        <source>nothing remains to be paid</source>
        <translation>未払い額なし</translation>
    </message>
    <message>
        <source>charged automatically, not sent</source>
        <translation>自動請求のため送信されない</translation>
    </message>
    <message>
        <source>no email address</source>
        <translation>メールアドレスなし</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成済み</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更済み</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>{state}: {why}</source>
        <translation>{state}：{why}</translation>
    </message>
    <message>
        <source>{state}: {count}</source>
        <translation>{state}：{count}</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n customer(s)</source>
        <translation>
            <numerusform>%n件の顧客を編集</numerusform>
        </translation>
    </message>
    <message>
        <source>Metadata key</source>
        <translation>メタデータのキー</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Choose a plan</source>
        <translation>プランを選択</translation>
    </message>
    <message>
        <source>Without proration</source>
        <translation>日割りなし</translation>
    </message>
    <message>
        <source>Prorated, on the next invoice</source>
        <translation>日割りの差額を次回の請求書に追加</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新しいプラン</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>現在の期間</translation>
    </message>
    <message>
        <source>Set the new card as the default</source>
        <translation>新しいカードをデフォルトに設定</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>ドライラン</translation>
    </message>
    <message>
        <source>Choose what to change. Nothing is sent until you confirm.</source>
        <translation>変更内容を選択してください。確定するまで何も送信されません。</translation>
    </message>
    <message>
        <source>Checking {count} of {total}</source>
        <translation>確認中：{count} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) will be changed. No money moves.</source>
        <translation>
            <numerusform>%n件の顧客を変更します。お金は動きません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cancel</name>
    <message>
        <source>Enter a day such as 2026-12-24.</source>
        <translation>2026-12-24のように日付を入力してください。</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>Subscription canceled.</source>
        <translation>サブスクリプションをキャンセルしました。</translation>
    </message>
    <message>
        <source>Cancel {name}</source>
        <translation>{name}をキャンセル</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>At period end, {day}</source>
        <translation>期間終了時（{day}）</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>今すぐ</translation>
    </message>
    <message>
        <source>On a date</source>
        <translation>日付を指定</translation>
    </message>
    <message>
        <source>No credit, no refund</source>
        <translation>クレジットも返金もなし</translation>
    </message>
    <message>
        <source>Credit {amount} to the customer&apos;s balance, with a final invoice</source>
        <translation>顧客の残高に{amount}のクレジットを追加（最終の請求書を作成）</translation>
    </message>
    <message>
        <source>Refund a part or all of the last payment, {amount}</source>
        <translation>最新の支払い{amount}の一部または全額を返金</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Unused time</source>
        <translation>未使用期間</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>返金</translation>
    </message>
    <message>
        <source>When</source>
        <translation>キャンセル時期</translation>
    </message>
    <message>
        <source>Customer&apos;s feedback</source>
        <translation>顧客のフィードバック</translation>
    </message>
    <message>
        <source>Comment for Stripe</source>
        <translation>Stripeに保存するコメント</translation>
    </message>
    <message>
        <source>Cancel {name} now</source>
        <translation>{name}を今すぐキャンセル</translation>
    </message>
    <message>
        <source>Cancel {name} later</source>
        <translation>{name}を後日キャンセル</translation>
    </message>
    <message>
        <source>The subscription will be canceled.</source>
        <translation>サブスクリプションはキャンセルされます。</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Too expensive</source>
        <translation>高すぎる</translation>
    </message>
    <message>
        <source>Missing features</source>
        <translation>機能が足りない</translation>
    </message>
    <message>
        <source>Switched to another service</source>
        <translation>他のサービスに切り替えた</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>使用していない</translation>
    </message>
    <message>
        <source>Customer service</source>
        <translation>カスタマーサービス</translation>
    </message>
    <message>
        <source>Too complex</source>
        <translation>複雑すぎる</translation>
    </message>
    <message>
        <source>Low quality</source>
        <translation>品質が低い</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払い済み</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Last 4 digits</source>
        <translation>下4桁</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Funding type</source>
        <translation>カード種別</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認状況</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>デフォルト</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>Latest payment</source>
        <translation>最新の支払い</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>照合</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>Other customers</source>
        <translation>他の顧客</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>連絡済み</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>These subscriptions have their own card. Which of them should use the new default?</source>
        <translation>これらのサブスクリプションには別のカードが設定されています。新しいデフォルトに切り替えるものを選択してください。</translation>
    </message>
    <message>
        <source>Edit {card}</source>
        <translation>{card} の編集</translation>
    </message>
    <message>
        <source>Name on card</source>
        <translation>カード名義</translation>
    </message>
    <message>
        <source>Expiration date (MM/YYYY)</source>
        <translation>有効期限（MM/YYYY）</translation>
    </message>
    <message>
        <source>Enter a month and a year, such as 09/2030.</source>
        <translation>09/2030のように月と年を入力してください。</translation>
    </message>
    <message>
        <source>Save card</source>
        <translation>カードを保存</translation>
    </message>
    <message>
        <source>Card updated.</source>
        <translation>カードを更新しました。</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>フィンガープリント</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加日</translation>
    </message>
    <message>
        <source>Select a card to see its customer and the subscriptions it pays for.</source>
        <translation>カードを選択すると、顧客と支払い対象のサブスクリプションが表示されます。</translation>
    </message>
    <message>
        <source>Set {card} as default</source>
        <translation>{card}をデフォルトに設定</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>承認…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>拒否…</translation>
    </message>
    <message>
        <source>Request new card…</source>
        <translation>新しいカードを依頼…</translation>
    </message>
    <message>
        <source>Mark as not contacted…</source>
        <translation>未連絡にする…</translation>
    </message>
    <message>
        <source>Mark as contacted…</source>
        <translation>連絡済みにする…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Default card changed.</source>
        <translation>デフォルトのカードを変更しました。</translation>
    </message>
    <message>
        <source>Mark {card} as contacted</source>
        <translation>{card}を連絡済みにする</translation>
    </message>
    <message>
        <source>The customer of {card} was marked as contacted.</source>
        <translation>{card}の顧客を連絡済みにしました。</translation>
    </message>
    <message>
        <source>Mark {card} as not contacted</source>
        <translation>{card}を未連絡にする</translation>
    </message>
    <message>
        <source>The customer of {card} was marked as not contacted.</source>
        <translation>{card}の顧客を未連絡にしました。</translation>
    </message>
    <message>
        <source>Approve {card}</source>
        <translation>{card}を承認</translation>
    </message>
    <message>
        <source>{card} was approved.</source>
        <translation>{card}を承認しました。</translation>
    </message>
    <message>
        <source>Reject {card} permanently</source>
        <translation>{card}を拒否（取り消せません）</translation>
    </message>
    <message>
        <source>{card} was rejected: its payments were refunded and it was removed.</source>
        <translation>{card}を拒否しました。このカードの支払いを返金し、カードを削除しました。</translation>
    </message>
    <message>
        <source>Remove {card} permanently</source>
        <translation>{card}を削除（取り消せません）</translation>
    </message>
    <message>
        <source>{card} was removed.</source>
        <translation>{card}を削除しました。</translation>
    </message>
    <message>
        <source>Card removed. The customer now has no default card.</source>
        <translation>カードを削除しました。この顧客にはデフォルトのカードがありません。</translation>
    </message>
    <message>
        <source>Card removed. The default is now {card}.</source>
        <translation>カードを削除しました。デフォルトは{card}になりました。</translation>
    </message>
    <message>
        <source>Set as default…</source>
        <translation>デフォルトに設定…</translation>
    </message>
    <message>
        <source>Prepaid cards are not accepted. Ask the customer for another card.</source>
        <translation>プリペイドカードは利用できません。顧客に別のカードを依頼してください。</translation>
    </message>
    <message>
        <source>Stripe does not know this card&apos;s funding type. Review the card before using it.</source>
        <translation>このカードのカード種別はStripeで不明です。使用前に確認してください。</translation>
    </message>
    <message>
        <source>(expired)</source>
        <translation>（期限切れ）</translation>
    </message>
    <message>
        <source>Not attached to a customer</source>
        <translation>顧客に関連付けられていません</translation>
    </message>
    <message>
        <source>CVC check</source>
        <translation>CVC照合</translation>
    </message>
    <message>
        <source>Address check</source>
        <translation>住所照合</translation>
    </message>
    <message>
        <source>Postal code check</source>
        <translation>郵便番号の確認</translation>
    </message>
    <message>
        <source>Subscriptions that use it directly</source>
        <translation>直接指定しているサブスクリプション</translation>
    </message>
    <message>
        <source>None. They use the customer&apos;s default.</source>
        <translation>なし。顧客のデフォルトを使用します。</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>口座名義</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>銀行</translation>
    </message>
    <message>
        <source>Reusable: can be charged repeatedly while attached. Removing it consumes it.</source>
        <translation>再利用可：関連付けられている間は繰り返し請求できます。削除すると使用できなくなります。</translation>
    </message>
    <message>
        <source>Single use: can be charged once, without being attached.</source>
        <translation>1回限り：関連付けずに1回だけ請求できます。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Redirect to the bank</source>
        <translation>銀行のページへのリダイレクト</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>銀行振込</translation>
    </message>
    <message>
        <source>Verification code</source>
        <translation>確認コード</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>利用方法</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>認証方法</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>照合不可</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未照合</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Expiring within 30 days</source>
        <translation>30日以内に期限切れ</translation>
    </message>
    <message>
        <source>Expiring within 60 days</source>
        <translation>60日以内に期限切れ</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>No cards yet. Cards appear here when customers add them.</source>
        <translation>カードはまだありません。顧客が追加すると表示されます。</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>Change {name}</source>
        <translation>{name}を変更</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Choose another plan or quantity.</source>
        <translation>別のプランまたは数量を選択してください。</translation>
    </message>
    <message>
        <source>Say: “{sentence}” {consequence}</source>
        <translation>顧客への案内：「{sentence}」{consequence}</translation>
    </message>
    <message>
        <source>Change {name}, charge {amount}</source>
        <translation>{name}を変更し、{amount}を請求</translation>
    </message>
    <message>
        <source>The change is planned for the renewal.</source>
        <translation>更新時の変更を予約しました。</translation>
    </message>
    <message>
        <source>Subscription changed.</source>
        <translation>サブスクリプションを変更しました。</translation>
    </message>
    <message>
        <source>Credit for unused time</source>
        <translation>未使用期間分のクレジット</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>本日の請求額</translation>
    </message>
    <message>
        <source>Next bill</source>
        <translation>次回の請求</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>今すぐ</translation>
    </message>
    <message>
        <source>On the next invoice</source>
        <translation>次回の請求書</translation>
    </message>
    <message>
        <source>Without proration</source>
        <translation>日割りなし</translation>
    </message>
    <message>
        <source>At renewal</source>
        <translation>更新時</translation>
    </message>
    <message>
        <source>Changed now. The difference for the rest of the period is charged today.</source>
        <translation>すぐに変更します。期間の残りの差額を本日請求します。</translation>
    </message>
    <message>
        <source>Changed now. The difference for the rest of the period is added to the next invoice.</source>
        <translation>すぐに変更します。期間の残りの差額を次回の請求書に追加します。</translation>
    </message>
    <message>
        <source>Changed now. The rest of this period costs nothing more and nothing less.</source>
        <translation>すぐに変更します。現在の期間の残りについて、請求額は増減しません。</translation>
    </message>
    <message>
        <source>Nothing changes until the period ends. It can be taken back before.</source>
        <translation>期間終了時まで何も変わりません。それまでは取り消せます。</translation>
    </message>
    <message>
        <source>A subscription needs at least one plan.</source>
        <translation>サブスクリプションにはプランが1つ以上必要です。</translation>
    </message>
    <message>
        <source>The subscription has ended.</source>
        <translation>サブスクリプションは終了しています。</translation>
    </message>
    <message>
        <source>The first invoice has not been paid yet.</source>
        <translation>最初の請求書がまだ支払われていません。</translation>
    </message>
    <message>
        <source>The subscription is paused. Resume it first.</source>
        <translation>サブスクリプションは一時停止中です。先に再開してください。</translation>
    </message>
    <message>
        <source>A change is planned already. Change at renewal, or cancel the planned change.</source>
        <translation>すでに変更が予約されています。更新時に変更するか、予約済みの変更をキャンセルしてください。</translation>
    </message>
    <message>
        <source>The subscription will be canceled. Withdraw the cancellation first.</source>
        <translation>サブスクリプションはキャンセルされる予定です。先にキャンセルを取り消してください。</translation>
    </message>
    <message>
        <source>One of the plans has been removed since. Change the subscription instead.</source>
        <translation>その後プランの1つが削除されました。サブスクリプションを変更してください。</translation>
    </message>
    <message>
        <source>A change is planned, which would undo this. Cancel the planned change first.</source>
        <translation>予定されている変更によって元に戻されます。先に予定の変更をキャンセルしてください。</translation>
    </message>
    <message>
        <source>A schedule ends the subscription. Change the schedule in the Dashboard.</source>
        <translation>スケジュールによってサブスクリプションが終了します。ダッシュボードでスケジュールを変更してください。</translation>
    </message>
    <message>
        <source>The subscription has no trial.</source>
        <translation>このサブスクリプションにはトライアルがありません。</translation>
    </message>
    <message>
        <source>Stripe resumes only subscriptions that are charged automatically.</source>
        <translation>Stripeで再開できるのは、自動請求のサブスクリプションのみです。</translation>
    </message>
</context>
<context>
    <name>Charge</name>
    <message>
        <source>Charge {name}</source>
        <translation>{name}に請求</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Invoice, paid immediately</source>
        <translation>請求書を作成してすぐに支払う</translation>
    </message>
    <message>
        <source>One-time payment without an invoice</source>
        <translation>請求書なしの1回限りの支払い</translation>
    </message>
    <message>
        <source>Invoice, paid by the customer on a payment page</source>
        <translation>請求書（顧客が支払いページで支払う）</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Required. The customer sees it on the invoice or the receipt.</source>
        <translation>必須。請求書または領収書で顧客に表示されます。</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>The source is charged once for this customer and is not attached.</source>
        <translation>ソースは関連付けずに、この顧客に1回だけ請求します。</translation>
    </message>
    <message>
        <source>Source ID (src_…)</source>
        <translation>ソースID（src_…）</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>{card} (default)</source>
        <translation>{card}（デフォルト）</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>カードなし</translation>
    </message>
    <message>
        <source>A source…</source>
        <translation>ソース…</translation>
    </message>
    <message>
        <source>Enter a description.</source>
        <translation>説明を入力してください。</translation>
    </message>
    <message>
        <source>Enter at most {count} characters.</source>
        <translation>{count}文字以内で入力してください。</translation>
    </message>
    <message>
        <source>Create invoice of {amount} for {name}</source>
        <translation>{name}に{amount}の請求書を作成</translation>
    </message>
    <message>
        <source>Create paid invoice for {name}, charge nothing</source>
        <translation>{name} の支払い済み請求書を作成 (決済なし)</translation>
    </message>
    <message>
        <source>The page is ready. Send the link to the customer.</source>
        <translation>ページを作成しました。リンクを顧客に送ってください。</translation>
    </message>
    <message>
        <source>The invoice was paid from the customer&apos;s credit balance. Nothing is left to pay.</source>
        <translation>請求書は顧客のクレジット残高で支払われました。残額はありません。</translation>
    </message>
    <message>
        <source>Stripe does not accept a token together with a customer. Add it as a card first, then charge the card.</source>
        <translation>Stripeでは顧客とトークンを同時に指定できません。先にカードとして追加し、そのカードに請求してください。</translation>
    </message>
    <message>
        <source>The ID must start with src_.</source>
        <translation>IDはsrc_で始まる必要があります。</translation>
    </message>
    <message>
        <source>Enter an amount, such as 1200 or 12.50.</source>
        <translation>1200や12.50のように金額を入力してください。</translation>
    </message>
    <message>
        <source>This can be read in two ways. Write 5,000 for five thousand, or 5.00 with two decimal places.</source>
        <translation>二通りに読める金額です。五千は 5,000、小数は 5.00 のように小数点以下 2 桁で入力してください。</translation>
    </message>
    <message>
        <source>Enter a whole amount, such as 1200.</source>
        <translation>1200のように、小数のない金額を入力してください。</translation>
    </message>
    <message>
        <source>This can be read in two ways. Write 5000 or 5,000 for five thousand.</source>
        <translation>2通りに読める金額です。5,000円は「5000」または「5,000」と入力してください。</translation>
    </message>
    <message>
        <source>This is the symbol of another currency.</source>
        <translation>別の通貨の記号です。</translation>
    </message>
    <message>
        <source>The amount has too many decimal places for this currency.</source>
        <translation>金額の小数桁数が、この通貨で使用できる桁数を超えています。</translation>
    </message>
    <message>
        <source>The amount exceeds the maximum Stripe can charge.</source>
        <translation>金額がStripeで請求できる上限を超えています。</translation>
    </message>
    <message>
        <source>Stripe does not accept an amount this precise in this currency. Round the amount.</source>
        <translation>この通貨では、端数のあるこの金額をStripeで請求できません。端数を丸めてください。</translation>
    </message>
    <message>
        <source>The amount must be greater than zero.</source>
        <translation>金額は0より大きくしてください。</translation>
    </message>
    <message>
        <source>Charge {amount} to {name}</source>
        <translation>{name}に{amount}を請求</translation>
    </message>
    <message>
        <source>{amount} was charged to {name}.</source>
        <translation>{name}に{amount}を請求しました。</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Total differs from its parts</source>
        <translation>合計と内訳の不一致</translation>
    </message>
    <message>
        <source>Zero or negative</source>
        <translation>ゼロまたはマイナス</translation>
    </message>
    <message>
        <source>Unusual amount</source>
        <translation>通常と異なる金額</translation>
    </message>
    <message>
        <source>Same amount twice</source>
        <translation>同じ金額の重複</translation>
    </message>
    <message>
        <source>No tax</source>
        <translation>税なし</translation>
    </message>
    <message>
        <source>Other currency</source>
        <translation>通貨が異なる</translation>
    </message>
    <message>
        <source>Due before it was made</source>
        <translation>支払期日が確定日より前</translation>
    </message>
    <message>
        <source>Gap in the numbers</source>
        <translation>番号の欠番</translation>
    </message>
    <message>
        <source>Paid without a payment</source>
        <translation>支払いのない支払い済み</translation>
    </message>
    <message>
        <source>The total is not the lines, minus discounts, plus tax.</source>
        <translation>合計が、明細から割引を引いて税を加えた金額と一致しません。</translation>
    </message>
    <message>
        <source>The total is negative, or zero without a full discount or a trial.</source>
        <translation>合計がマイナスです。または、全額割引やトライアルではないのにゼロです。</translation>
    </message>
    <message>
        <source>The total is further than {times} times the median deviation from the median of the customer&apos;s last {usual} invoices for the same subscription, or for none (at least {fewest}).</source>
        <translation>合計が、この顧客の同じサブスクリプション（またはサブスクリプションなし）の直近 {usual} 件（{fewest} 件以上）の請求書の中央値から、中央絶対偏差の {times} 倍を超えて離れています。</translation>
    </message>
    <message>
        <source>The customer was billed the same amount for the same period before.</source>
        <translation>この顧客には、以前に同じ期間について同じ金額が請求されています。</translation>
    </message>
    <message>
        <source>It has no tax, but most of the customer&apos;s other invoices have it.</source>
        <translation>税がありませんが、この顧客の他の請求書のほとんどには税があります。</translation>
    </message>
    <message>
        <source>Its currency is not the customer&apos;s.</source>
        <translation>通貨が顧客の通貨と異なります。</translation>
    </message>
    <message>
        <source>Its due date is before the day on which it was finalized.</source>
        <translation>支払期日が、確定した日より前です。</translation>
    </message>
    <message>
        <source>The number before it is missing.</source>
        <translation>1つ前の番号がありません。</translation>
    </message>
    <message>
        <source>It counts as charged, but has no successful payment.</source>
        <translation>決済済みとされていますが、成功した支払いがありません。</translation>
    </message>
</context>
<context>
    <name>Collect</name>
    <message>
        <source>Nothing is left to pay.</source>
        <translation>未払いの金額はありません。</translation>
    </message>
    <message>
        <source>Collect {amount}</source>
        <translation>{amount}を回収</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>Charge {card}</source>
        <translation>{card}に請求</translation>
    </message>
    <message>
        <source>Payment page that I send to the customer</source>
        <translation>支払いページ（リンクを顧客に送付）</translation>
    </message>
    <message>
        <source>Ask for a new card</source>
        <translation>新しいカードを依頼</translation>
    </message>
    <message>
        <source>Cancel the subscription</source>
        <translation>サブスクリプションをキャンセル</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>A late payment does not move the billing cycle.</source>
        <translation>支払いが遅れても請求期間は変わりません。</translation>
    </message>
    <message>
        <source>Invoice {number} is not paid.</source>
        <translation>請求書{number}は支払われていません。</translation>
    </message>
    <message>
        <source>Cancel the subscription now</source>
        <translation>サブスクリプションを今すぐキャンセル</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Select a customer first, or an object of one.</source>
        <translation>先に顧客、または顧客に属するオブジェクトを選択してください。</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切り替え</translation>
    </message>
    <message>
        <source>Select an invoice first.</source>
        <translation>先に請求書を選択してください。</translation>
    </message>
    <message>
        <source>Select a subscription first.</source>
        <translation>先にサブスクリプションを選択してください。</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>same email</source>
        <translation>メールアドレスが同じ</translation>
    </message>
    <message>
        <source>same phone number</source>
        <translation>電話番号が同じ</translation>
    </message>
    <message>
        <source>same name and card</source>
        <translation>名前とカードが同じ</translation>
    </message>
    <message>
        <source>Possible duplicate</source>
        <translation>重複の可能性</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Other customer</source>
        <translation>もう一方の顧客</translation>
    </message>
    <message>
        <source>This customer (kept)</source>
        <translation>この顧客（残す）</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Copy missing metadata</source>
        <translation>不足しているメタデータをコピー</translation>
    </message>
    <message>
        <source>Cancel at period end</source>
        <translation>期間終了時にキャンセル</translation>
    </message>
    <message>
        <source>Refund payment</source>
        <translation>支払いを返金</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支払い</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Merge and refund {amount}</source>
        <translation>統合して{amount}を返金</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>統合</translation>
    </message>
    <message>
        <source>Merged. The other customer is unchanged.</source>
        <translation>統合しました。もう一方の顧客は変更されていません。</translation>
    </message>
    <message>
        <source>Possible duplicate of {name}: {why}.</source>
        <translation>{name}と重複している可能性があります：{why}。</translation>
    </message>
    <message>
        <source>More than one active subscription to {product}.</source>
        <translation>{product}の有効なサブスクリプションが複数あります。</translation>
    </message>
</context>
<context>
    <name>Coupons</name>
    <message>
        <source>New coupon</source>
        <translation>新規クーポン</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>割引率</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>割引額</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>1回限り</translation>
    </message>
    <message>
        <source>Several months</source>
        <translation>複数か月</translation>
    </message>
    <message>
        <source>Forever</source>
        <translation>無期限</translation>
    </message>
    <message>
        <source>Takes off</source>
        <translation>割引</translation>
    </message>
    <message>
        <source>Redeem by</source>
        <translation>引き換え期限</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月数</translation>
    </message>
    <message>
        <source>Optional; Stripe makes one up.</source>
        <translation>任意。空欄の場合はStripeが生成します。</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name on the invoice</source>
        <translation>請求書に表示する名前</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>適用期間</translation>
    </message>
    <message>
        <source>0: any number</source>
        <translation>0：無制限</translation>
    </message>
    <message>
        <source>Redemptions at most</source>
        <translation>引き換え回数の上限</translation>
    </message>
    <message>
        <source>Create coupon</source>
        <translation>クーポンを作成</translation>
    </message>
    <message>
        <source>Coupon created.</source>
        <translation>クーポンを作成しました。</translation>
    </message>
    <message>
        <source>New promotion code</source>
        <translation>新規プロモーションコード</translation>
    </message>
    <message>
        <source>Only for a customer&apos;s first purchase</source>
        <translation>顧客の初回購入のみ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Minimum amount</source>
        <translation>最低金額</translation>
    </message>
    <message>
        <source>Empty: any customer</source>
        <translation>空欄：すべての顧客</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>顧客ID</translation>
    </message>
    <message>
        <source>Create promotion code</source>
        <translation>プロモーションコードを作成</translation>
    </message>
    <message>
        <source>Promotion code created.</source>
        <translation>プロモーションコードを作成しました。</translation>
    </message>
    <message>
        <source>Coupons and promotion codes</source>
        <translation>クーポンとプロモーションコード</translation>
    </message>
    <message>
        <source>Coupon or code</source>
        <translation>クーポンまたはコード</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>引き換え回数</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>New coupon…</source>
        <translation>新規クーポン…</translation>
    </message>
    <message>
        <source>New promotion code…</source>
        <translation>新規プロモーションコード…</translation>
    </message>
    <message>
        <source>Who uses it</source>
        <translation>使用中の顧客</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>アーカイブ…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>No coupons yet.</source>
        <translation>クーポンはまだありません。</translation>
    </message>
    <message>
        <source>Archive coupon…</source>
        <translation>クーポンをアーカイブ…</translation>
    </message>
    <message>
        <source>Archive code…</source>
        <translation>コードをアーカイブ…</translation>
    </message>
    <message>
        <source>Use code again…</source>
        <translation>コードを再度有効にする…</translation>
    </message>
    <message>
        <source>Looking through the subscriptions…</source>
        <translation>サブスクリプションを確認しています…</translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) have a discount of this coupon: {names}</source>
        <translation>
            <numerusform>このクーポンの割引があるサブスクリプションは%n件です：{names}</numerusform>
        </translation>
    </message>
    <message>
        <source>No subscription has a discount of this coupon.</source>
        <translation>このクーポンの割引があるサブスクリプションはありません。</translation>
    </message>
    <message>
        <source>Archive {name}</source>
        <translation>{name}をアーカイブ</translation>
    </message>
    <message>
        <source>Coupon archived.</source>
        <translation>クーポンをアーカイブしました。</translation>
    </message>
    <message>
        <source>Use {name} again</source>
        <translation>{name}を再度有効にする</translation>
    </message>
    <message>
        <source>Promotion code archived.</source>
        <translation>プロモーションコードをアーカイブしました。</translation>
    </message>
    <message>
        <source>Promotion code active.</source>
        <translation>プロモーションコードを有効にしました。</translation>
    </message>
    <message>
        <source>{off} off once</source>
        <translation>{off}割引（1回限り）</translation>
    </message>
    <message>
        <source>{off} off forever</source>
        <translation>{off}割引（無期限）</translation>
    </message>
    <message numerus="yes">
        <source>{off} off for %n month(s)</source>
        <translation>
            <numerusform>{off}割引（%nか月間）</numerusform>
        </translation>
    </message>
    <message>
        <source>{off} off</source>
        <translation>{off}割引</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>アーカイブ済み</translation>
    </message>
    <message>
        <source>one customer</source>
        <translation>特定の顧客のみ</translation>
    </message>
    <message>
        <source>first purchase</source>
        <translation>初回購入のみ</translation>
    </message>
    <message>
        <source>from {amount}</source>
        <translation>{amount}以上</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}まで</translation>
    </message>
    <message>
        <source>Enter a percentage above 0, up to 100.</source>
        <translation>0より大きく、100以下の割引率を入力してください。</translation>
    </message>
    <message>
        <source>Enter an amount greater than zero.</source>
        <translation>0より大きい金額を入力してください。</translation>
    </message>
    <message>
        <source>Enter a number of months.</source>
        <translation>月数を入力してください。</translation>
    </message>
    <message>
        <source>The date must be in the future.</source>
        <translation>未来の日付を入力してください。</translation>
    </message>
    <message>
        <source>The date can be at most five years ahead.</source>
        <translation>日付は5年以内にしてください。</translation>
    </message>
    <message>
        <source>Use letters, digits, and hyphens.</source>
        <translation>英字、数字、ハイフンを使用してください。</translation>
    </message>
    <message>
        <source>Use letters, digits, hyphens, and underscores.</source>
        <translation>英字、数字、ハイフン、アンダースコアを使用してください。</translation>
    </message>
</context>
<context>
    <name>Credit</name>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Credit note for {name}</source>
        <translation>{name}のクレジットノート</translation>
    </message>
    <message>
        <source>Refund to the payment method</source>
        <translation>支払い方法に返金</translation>
    </message>
    <message>
        <source>Credit to the customer&apos;s balance</source>
        <translation>顧客の残高に追加</translation>
    </message>
    <message>
        <source>Given back outside Stripe</source>
        <translation>Stripe外で返金</translation>
    </message>
    <message>
        <source>At most {amount}.</source>
        <translation>最大{amount}。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>What was paid already</source>
        <translation>支払い済みの分</translation>
    </message>
    <message>
        <source>Memo on the credit note</source>
        <translation>クレジットノートのメモ</translation>
    </message>
    <message>
        <source>An amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>Credit by</source>
        <translation>クレジットの単位</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Choose at least one line.</source>
        <translation>明細を 1 件以上選択してください。</translation>
    </message>
    <message>
        <source>At most {amount} can be credited.</source>
        <translation>クレジットできるのは {amount} までです。</translation>
    </message>
    <message>
        <source>Enter an amount above 0.</source>
        <translation>0 より大きい金額を入力してください。</translation>
    </message>
    <message>
        <source>Enter at most {amount}.</source>
        <translation>{amount}以下で入力してください。</translation>
    </message>
    <message>
        <source>{amount} less remains to be paid.</source>
        <translation>未払い額が{amount}減ります。</translation>
    </message>
    <message>
        <source>{amount} is given back.</source>
        <translation>{amount}が返されます。</translation>
    </message>
    <message>
        <source>Credit {amount} of {name}</source>
        <translation>{name}のうち{amount}のクレジットノートを発行</translation>
    </message>
    <message>
        <source>Credit note issued.</source>
        <translation>クレジットノートを発行しました。</translation>
    </message>
    <message>
        <source>Stripe does not accept this amount.</source>
        <translation>Stripeはこの金額を受け付けません。</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>Fraudulent</source>
        <translation>不正</translation>
    </message>
    <message>
        <source>Order change</source>
        <translation>注文変更</translation>
    </message>
    <message>
        <source>Product unsatisfactory</source>
        <translation>商品に不満</translation>
    </message>
    <message>
        <source>Units to credit</source>
        <translation>クレジットする数量</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>Use up to {limit} characters.</source>
        <translation>{limit}文字以内で入力してください。</translation>
    </message>
    <message>
        <source>Enter a valid email address.</source>
        <translation>有効なメールアドレスを入力してください。</translation>
    </message>
    <message>
        <source>Enter a two-letter country code, such as JP.</source>
        <translation>JPのような2文字の国コードを入力してください。</translation>
    </message>
    <message>
        <source>“{locale}” is not a language code. Enter a code such as ja or en-GB.</source>
        <translation>「{locale}」は言語コードではありません。jaやen-GBのように入力してください。</translation>
    </message>
    <message>
        <source>The Stripe API cannot clear this list. Keep at least one language.</source>
        <translation>Stripe APIではこの一覧を空にできません。言語を1つ以上残してください。</translation>
    </message>
    <message>
        <source>Use up to {limit} entries.</source>
        <translation>{limit}件以内にしてください。</translation>
    </message>
    <message>
        <source>“{key}”: a key can have up to 40 characters, a value up to 500.</source>
        <translation>「{key}」：キーは40文字、値は500文字以内です。</translation>
    </message>
    <message>
        <source>“{key}” has no value. Click Remove to delete it.</source>
        <translation>「{key}」に値がありません。削除するには「削除」を押してください。</translation>
    </message>
    <message>
        <source>“{key}” appears twice.</source>
        <translation>「{key}」が重複しています。</translation>
    </message>
    <message>
        <source>“{key}” is not a valid key: square brackets are not allowed.</source>
        <translation>「{key}」はキーとして使えません。角かっこは使用できません。</translation>
    </message>
    <message>
        <source>Enter a key for the value “{value}”.</source>
        <translation>値「{value}」のキーを入力してください。</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新規顧客</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name}を編集</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>In order of preference, such as ja, en</source>
        <translation>優先順（例：ja, en）</translation>
    </message>
    <message>
        <source>pm_…, tok_…, or src_…. It becomes the default card.</source>
        <translation>pm_…、tok_…、またはsrc_…。デフォルトのカードになります。</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>Create {name}</source>
        <translation>{name}を作成</translation>
    </message>
    <message>
        <source>Updated.</source>
        <translation>更新しました。</translation>
    </message>
    <message>
        <source>Created.</source>
        <translation>作成しました。</translation>
    </message>
</context>
<context>
    <name>CustomerUsage</name>
    <message>
        <source>Usage</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation>未読み込み</translation>
    </message>
    <message>
        <source>{month} in the last 30 days, {before} in the previous 30 · as of {at}</source>
        <translation>過去30日間：{month}、その前の30日間：{before}（{at}時点）</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>Deleted</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>Delinquent</source>
        <translation>支払い滞納</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>Default card</source>
        <translation>デフォルトのカード</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Select a customer to see the balance, cards, subscriptions, and invoices.</source>
        <translation>顧客を選択すると、残高、カード、サブスクリプション、請求書が表示されます。</translation>
    </message>
    <message>
        <source>This customer was deleted in Stripe. Only this local copy remains.</source>
        <translation>この顧客はStripeで削除されました。残っているのはこのローカルコピーだけです。</translation>
    </message>
    <message>
        <source>Create again…</source>
        <translation>再作成…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Charge…</source>
        <translation>請求…</translation>
    </message>
    <message>
        <source>Default payment method</source>
        <translation>デフォルトの支払い方法</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Tax status</source>
        <translation>課税区分</translation>
    </message>
    <message>
        <source>Tax IDs</source>
        <translation>納税者番号</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>next invoice {day}</source>
        <translation>次回請求日：{day}</translation>
    </message>
    <message>
        <source>No subscriptions.</source>
        <translation>サブスクリプションはありません。</translation>
    </message>
    <message numerus="yes">
        <source>All %n invoice(s)</source>
        <translation>
            <numerusform>%n件の請求書をすべて表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>No invoices.</source>
        <translation>請求書はありません。</translation>
    </message>
    <message>
        <source>Add card…</source>
        <translation>カードを追加…</translation>
    </message>
    <message>
        <source>Payment methods</source>
        <translation>支払い方法</translation>
    </message>
    <message>
        <source>No payment methods.</source>
        <translation>支払い方法はありません。</translation>
    </message>
    <message>
        <source>Pay {amount}…</source>
        <translation>{amount} を支払う…</translation>
    </message>
    <message>
        <source>New subscription…</source>
        <translation>新規サブスクリプション…</translation>
    </message>
    <message>
        <source>New invoice…</source>
        <translation>新規請求書…</translation>
    </message>
    <message>
        <source>No default payment method</source>
        <translation>デフォルトの支払い方法なし</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>デフォルト</translation>
    </message>
    <message>
        <source>Adjust balance…</source>
        <translation>残高を調整…</translation>
    </message>
    <message>
        <source>Tax IDs…</source>
        <translation>納税者番号…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比較…</translation>
    </message>
    <message>
        <source>No possible duplicates.</source>
        <translation>重複の可能性がある顧客はいません。</translation>
    </message>
    <message>
        <source>Remove note from {name}</source>
        <translation>{name}のメモを削除</translation>
    </message>
    <message>
        <source>Note removed.</source>
        <translation>メモを削除しました。</translation>
    </message>
    <message>
        <source>Delete {name} permanently</source>
        <translation>{name}を削除（取り消せません）</translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name}を削除しました。</translation>
    </message>
    <message>
        <source>No overdue invoices.</source>
        <translation>期限超過の請求書はありません。</translation>
    </message>
    <message>
        <source>No refundable payments.</source>
        <translation>返金できる支払いはありません。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>{amount} credit</source>
        <translation>{amount}のクレジット</translation>
    </message>
    <message>
        <source>{amount} debit</source>
        <translation>{amount}のデビット</translation>
    </message>
    <message>
        <source>(expired)</source>
        <translation>（期限切れ）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>New this week</source>
        <translation>今週の新規</translation>
    </message>
    <message>
        <source>No customers yet. Press N to create the first one.</source>
        <translation>顧客はまだいません。Nキーで最初の顧客を作成できます。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>New customer (N)</source>
        <translation>新規顧客（N）</translation>
    </message>
    <message>
        <source>New customer…</source>
        <translation>新規顧客…</translation>
    </message>
    <message>
        <source>Find or create…</source>
        <translation>検索または作成…</translation>
    </message>
</context>
<context>
    <name>Declines</name>
    <message>
        <source>The bank declined the payment with an unknown code ({code}).</source>
        <translation>カード発行会社が不明なコードで拒否しました（{code}）。</translation>
    </message>
    <message>
        <source>The account behind the card is closed.</source>
        <translation>カードの口座は解約されています。</translation>
    </message>
    <message>
        <source>The card does not support this kind of purchase.</source>
        <translation>このカードはこの種類の購入に対応していません。</translation>
    </message>
    <message>
        <source>The card has expired.</source>
        <translation>カードの有効期限が切れています。</translation>
    </message>
    <message>
        <source>The payment method has expired.</source>
        <translation>支払い方法の有効期限が切れています。</translation>
    </message>
    <message>
        <source>The billing address is wrong.</source>
        <translation>請求先住所が正しくありません。</translation>
    </message>
    <message>
        <source>The security code (CVC) is wrong.</source>
        <translation>セキュリティコード（CVC）が正しくありません。</translation>
    </message>
    <message>
        <source>The postal code is wrong.</source>
        <translation>郵便番号が正しくありません。</translation>
    </message>
    <message>
        <source>The card or its account is not valid.</source>
        <translation>カードまたはその口座が無効です。</translation>
    </message>
    <message>
        <source>This type of card is not accepted.</source>
        <translation>この種類のカードは受け付けられません。</translation>
    </message>
    <message>
        <source>The expiration month is not valid.</source>
        <translation>有効期限の月が無効です。</translation>
    </message>
    <message>
        <source>The expiration year is not valid.</source>
        <translation>有効期限の年が無効です。</translation>
    </message>
    <message>
        <source>The card number is wrong.</source>
        <translation>カード番号が正しくありません。</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>暗証番号が正しくありません。</translation>
    </message>
    <message>
        <source>The card was reported lost. Do not tell the customer this reason.</source>
        <translation>カードは紛失の届けが出ています。この理由は顧客に伝えないでください。</translation>
    </message>
    <message>
        <source>The customer has no card that can be charged.</source>
        <translation>この顧客には請求できるカードがありません。</translation>
    </message>
    <message>
        <source>The card or its account has changed.</source>
        <translation>カードまたはその口座が変更されています。</translation>
    </message>
    <message>
        <source>The card needs a PIN.</source>
        <translation>このカードには暗証番号が必要です。</translation>
    </message>
    <message>
        <source>The payment method is temporarily unavailable.</source>
        <translation>この支払い方法は一時的に利用できません。</translation>
    </message>
    <message>
        <source>The payment method is restricted.</source>
        <translation>この支払い方法は制限されています。</translation>
    </message>
    <message>
        <source>The PIN was entered incorrectly too many times.</source>
        <translation>暗証番号の誤入力が上限を超えました。</translation>
    </message>
    <message>
        <source>The card may have been reported lost or stolen. Do not tell the customer this reason.</source>
        <translation>紛失または盗難の届けが出ている可能性があります。この理由は顧客に伝えないでください。</translation>
    </message>
    <message>
        <source>The card was reported stolen. Do not tell the customer this reason.</source>
        <translation>カードは盗難の届けが出ています。この理由は顧客に伝えないでください。</translation>
    </message>
    <message>
        <source>This is a Stripe test card used in the wrong mode.</source>
        <translation>Stripeのテストカードが誤ったモードで使用されました。</translation>
    </message>
    <message>
        <source>The card does not support 3D Secure.</source>
        <translation>このカードは3Dセキュアに対応していません。</translation>
    </message>
    <message>
        <source>The bank declined the payment without giving a reason.</source>
        <translation>カード発行会社が拒否しました。理由は示されていません。</translation>
    </message>
    <message>
        <source>The card does not support this currency.</source>
        <translation>このカードはこの通貨に対応していません。</translation>
    </message>
    <message>
        <source>The customer told the bank not to allow this payment.</source>
        <translation>顧客がカード発行会社にこの支払いを認めないよう伝えています。</translation>
    </message>
    <message>
        <source>The bank did not honor the payment and gave no reason.</source>
        <translation>カード発行会社が支払いを承認しませんでした。理由は示されていません。</translation>
    </message>
    <message>
        <source>The bank declined the payment and asks not to retry.</source>
        <translation>カード発行会社が支払いを拒否し、再試行しないよう求めています。</translation>
    </message>
    <message>
        <source>The mandate for recurring payments ended.</source>
        <translation>継続支払いの委任が終了しています。</translation>
    </message>
    <message>
        <source>The bank could not be reached.</source>
        <translation>カード発行会社に接続できませんでした。</translation>
    </message>
    <message>
        <source>The bank does not permit this payment.</source>
        <translation>カード発行会社がこの支払いを許可していません。</translation>
    </message>
    <message>
        <source>The customer declined the payment.</source>
        <translation>顧客が支払いを拒否しました。</translation>
    </message>
    <message>
        <source>The payment method provider did not respond.</source>
        <translation>支払い方法の提供元が応答しませんでした。</translation>
    </message>
    <message>
        <source>An error occurred while the card was being processed.</source>
        <translation>カードの処理中にエラーが発生しました。</translation>
    </message>
    <message>
        <source>The customer needs to contact the bank.</source>
        <translation>顧客からカード発行会社への連絡が必要です。</translation>
    </message>
    <message>
        <source>The customer withdrew permission for these payments.</source>
        <translation>顧客がこのような支払いの許可を取り消しました。</translation>
    </message>
    <message>
        <source>The bank declined the payment for security reasons.</source>
        <translation>カード発行会社がセキュリティ上の理由で拒否しました。</translation>
    </message>
    <message>
        <source>The bank does not allow this service.</source>
        <translation>カード発行会社がこのサービスを認めていません。</translation>
    </message>
    <message>
        <source>The customer told the bank to stop these payments.</source>
        <translation>顧客がカード発行会社にこの支払いの停止を依頼しました。</translation>
    </message>
    <message>
        <source>The bank does not allow this kind of payment.</source>
        <translation>カード発行会社がこの種類の支払いを認めていません。</translation>
    </message>
    <message>
        <source>The bank declined the payment for now.</source>
        <translation>カード発行会社が今回は拒否しました。</translation>
    </message>
    <message>
        <source>Stripe blocked payments with this payment method.</source>
        <translation>この支払い方法による支払いをStripeがブロックしました。</translation>
    </message>
    <message>
        <source>The amount is above the limit.</source>
        <translation>金額が上限を超えています。</translation>
    </message>
    <message>
        <source>The amount is below the minimum charge.</source>
        <translation>金額が最低請求額を下回っています。</translation>
    </message>
    <message>
        <source>The payment could not be authorized.</source>
        <translation>支払いを承認できませんでした。</translation>
    </message>
    <message>
        <source>The customer did not complete 3D Secure.</source>
        <translation>顧客が3Dセキュア認証を完了しませんでした。</translation>
    </message>
    <message>
        <source>The bank requires the customer to authenticate with 3D Secure.</source>
        <translation>カード発行会社が顧客の3Dセキュア認証を求めています。</translation>
    </message>
    <message>
        <source>This card was declined too many times.</source>
        <translation>このカードは拒否された回数が多すぎます。</translation>
    </message>
    <message>
        <source>The card&apos;s balance, credit, or amount limit was exceeded.</source>
        <translation>カードの残高、利用枠、または金額の上限を超えています。</translation>
    </message>
    <message>
        <source>A payment for the same amount was made shortly before.</source>
        <translation>直前に同じ金額の支払いがありました。</translation>
    </message>
    <message>
        <source>Stripe or the bank suspects fraud. Tell the customer only that the card was declined.</source>
        <translation>Stripeまたはカード発行会社が不正を疑っています。顧客にはカードが拒否されたことだけを伝えてください。</translation>
    </message>
    <message>
        <source>Stripe blocked the payment because the risk of fraud is high.</source>
        <translation>不正のリスクが高いため、Stripeが支払いをブロックしました。</translation>
    </message>
    <message>
        <source>The card has insufficient funds.</source>
        <translation>カードの残高が不足しています。</translation>
    </message>
    <message>
        <source>The amount is invalid or exceeds what the card allows.</source>
        <translation>金額が無効か、カードの上限を超えています。</translation>
    </message>
    <message>
        <source>Stripe blocked the payment because the bank was likely to decline it.</source>
        <translation>カード発行会社に拒否される可能性が高いため、Stripeが支払いをブロックしました。</translation>
    </message>
    <message>
        <source>The card is on this account&apos;s block list.</source>
        <translation>このカードはアカウントのブロックリストに載っています。</translation>
    </message>
    <message>
        <source>The attempt took too long and expired.</source>
        <translation>試行に時間がかかりすぎ、期限が切れました。</translation>
    </message>
    <message>
        <source>The attempt failed before it reached the bank.</source>
        <translation>カード発行会社に届く前に失敗しました。</translation>
    </message>
    <message>
        <source>The bank could not process the payment for an unknown reason.</source>
        <translation>カード発行会社が不明な理由で処理できませんでした。</translation>
    </message>
    <message>
        <source>One of this account&apos;s Radar rules blocked the payment.</source>
        <translation>このアカウントのRadarルールが支払いをブロックしました。</translation>
    </message>
    <message>
        <source>The card&apos;s limit was exceeded.</source>
        <translation>カードの上限を超えています。</translation>
    </message>
    <message>
        <source>Ask for another card by sending a card page.</source>
        <translation>カード登録ページを送って、別のカードを依頼してください。</translation>
    </message>
    <message>
        <source>The customer should contact the bank or use another card.</source>
        <translation>顧客にカード発行会社への問い合わせ、または別のカードの利用を依頼してください。</translation>
    </message>
    <message>
        <source>The customer should enter the card again. Send a card page.</source>
        <translation>顧客にカードを再入力してもらう必要があります。カード登録ページを送ってください。</translation>
    </message>
    <message>
        <source>Try again later. If it fails again, the customer should contact the bank.</source>
        <translation>後でもう一度お試しください。再び失敗する場合は、顧客からカード発行会社に問い合わせてもらってください。</translation>
    </message>
    <message>
        <source>The customer must authenticate. Send the page where the invoice can be paid.</source>
        <translation>顧客による認証が必要です。請求書の支払いページを送ってください。</translation>
    </message>
    <message>
        <source>Try again in a few days or use another card.</source>
        <translation>数日後にもう一度試すか、別のカードを使用してください。</translation>
    </message>
    <message>
        <source>Check the amount and whether it was already paid.</source>
        <translation>金額と、すでに支払い済みでないかを確認してください。</translation>
    </message>
    <message>
        <source>Do not try again. If you know the customer, ask for another card.</source>
        <translation>再試行しないでください。信頼できる顧客であれば、別のカードを依頼してください。</translation>
    </message>
    <message>
        <source>Use a real card in live mode and a test card in test mode.</source>
        <translation>本番環境では実際のカード、テスト環境ではテストカードを使用してください。</translation>
    </message>
    <message>
        <source>The customer must add a card first. Send a card page.</source>
        <translation>先にカードの登録が必要です。カード登録ページを送ってください。</translation>
    </message>
    <message>
        <source>Retrying the same card will not work.</source>
        <translation>同じカードで再試行しても成功しません。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The audit log on this computer was damaged. It was kept as {file} and a new one was started.</source>
        <translation>このコンピューターの監査ログが破損していました。{file}として保管し、新しい監査ログを開始しました。</translation>
    </message>
    <message>
        <source>Keys and the local copy are kept in memory until you quit. Nothing is written to disk.</source>
        <translation>キーとローカルコピーは終了するまでメモリに保持され、ディスクには書き込まれません。</translation>
    </message>
    <message>
        <source>Compare the audit log with the logs in the Stripe Dashboard (Developers).</source>
        <translation>監査ログをStripeダッシュボード（開発者）のログと照合してください。</translation>
    </message>
    <message>
        <source>The settings file could not be read, so the previous settings are used where possible. If accounts are missing, add them again: their keys and audit logs are unchanged. The file was kept as {file}.</source>
        <translation>設定ファイルを読み込めなかったため、可能な範囲で以前の設定を使用します。アカウントが表示されない場合は、もう一度追加してください。キーと監査ログは変更されていません。元のファイルは{file}として保管されています。</translation>
    </message>
    <message>
        <source>Some settings could not be read and use their defaults: {fields}. The file was kept as {file}.</source>
        <translation>一部の設定を読み込めなかったため、デフォルト値を使用します：{fields}。元のファイルは{file}として保管されています。</translation>
    </message>
    <message>
        <source>Billing Desk did not close properly last time, so no object is opened automatically. Select a row to open it.</source>
        <translation>前回Billing Deskが正常に終了しなかったため、自動的に表示される項目はありません。表示する行を選択してください。</translation>
    </message>
    <message>
        <source>The local copy was damaged and is being synced again. The audit log is unchanged.</source>
        <translation>ローカルコピーが破損していたため、再同期しています。監査ログは変更されていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) passed in the practice account. The time there is now {moment}.</source>
        <translation>
            <numerusform>練習用アカウントで%n日経過しました。現在の時刻は{moment}です。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskView</name>
    <message>
        <source>Tabs</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>The key lacks the permission “{permission}”.</source>
        <translation>キーに権限「{permission}」がありません。</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>This object no longer exists in Stripe.</source>
        <translation>この項目はStripeに存在しません。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>This object contains unexpected data and cannot be displayed.</source>
        <translation>予期しないデータが含まれているため、この項目を表示できません。</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Discard your input?</source>
        <translation>入力を破棄しますか？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Your input has not been saved.</source>
        <translation>入力した内容は保存されていません。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>Discount</name>
    <message>
        <source>Discount of {name}</source>
        <translation>{name}の割引</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>置き換え</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更内容</translation>
    </message>
    <message>
        <source>Enter a promotion code or the ID of a coupon.</source>
        <translation>プロモーションコードまたはクーポンのIDを入力してください。</translation>
    </message>
    <message>
        <source>Remove discount of {name}</source>
        <translation>{name}の割引を削除</translation>
    </message>
    <message>
        <source>Give discount to {name}</source>
        <translation>{name}に割引を適用</translation>
    </message>
    <message>
        <source>Discount removed.</source>
        <translation>割引を削除しました。</translation>
    </message>
    <message>
        <source>Discount given.</source>
        <translation>割引を適用しました。</translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>Edit draft</source>
        <translation>下書きを編集</translation>
    </message>
    <message>
        <source>New invoice</source>
        <translation>新規請求書</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Charge the payment method</source>
        <translation>支払い方法に請求</translation>
    </message>
    <message>
        <source>Send by email</source>
        <translation>メールで送信</translation>
    </message>
    <message>
        <source>Include pending items: {amount}</source>
        <translation>保留中のアイテムを含める：{amount}</translation>
    </message>
    <message>
        <source>A number of days, or a day such as 2026-12-24.</source>
        <translation>日数、または2026-12-24のような日付。</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>支払期日</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>フッター</translation>
    </message>
    <message>
        <source>One per line, such as “Purchase order: 4711”. At most four.</source>
        <translation>1行に1つ入力します（例：「発注番号: 4711」）。最大4つ。</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>カスタムフィールド</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>請求方法</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>Enter a number of days, or a day such as 2026-12-24.</source>
        <translation>日数、または2026-12-24のような日付を入力してください。</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>下書きを保存</translation>
    </message>
    <message>
        <source>Create draft</source>
        <translation>下書きを作成</translation>
    </message>
    <message>
        <source>Draft saved.</source>
        <translation>下書きを保存しました。</translation>
    </message>
    <message>
        <source>Draft created.</source>
        <translation>下書きを作成しました。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>単価</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>税率</translation>
    </message>
    <message>
        <source>No tax rate</source>
        <translation>税率なし</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Period, such as 2026-12</source>
        <translation>期間（例：2026-12）</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>明細を削除</translation>
    </message>
    <message>
        <source>Comes from the subscription and cannot be changed here.</source>
        <translation>サブスクリプションの明細のため、ここでは変更できません。</translation>
    </message>
    <message>
        <source>Enter a month such as 2026-12 or a day such as 2026-12-24.</source>
        <translation>2026-12のような月、または2026-12-24のような日付を入力してください。</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>明細を追加</translation>
    </message>
    <message>
        <source>included</source>
        <translation>内税</translation>
    </message>
    <message>
        <source>Add at least one line.</source>
        <translation>明細を1つ以上追加してください。</translation>
    </message>
    <message>
        <source>This is more than Stripe can charge.</source>
        <translation>Stripe が請求できる金額を超えています。</translation>
    </message>
    <message>
        <source>A unit price cannot be negative. For a credit, enter an amount.</source>
        <translation>単価を負の値にすることはできません。値引きには金額を入力してください。</translation>
    </message>
    <message>
        <source>Enter an amount, or choose a price.</source>
        <translation>金額を入力するか、料金を選択してください。</translation>
    </message>
    <message>
        <source>Enter a description. The customer sees it.</source>
        <translation>説明を入力してください。顧客に表示されます。</translation>
    </message>
    <message>
        <source>An invoice has one currency. Enter an amount in its currency.</source>
        <translation>1つの請求書で使用できる通貨は1つです。請求書の通貨で金額を入力してください。</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>テキストが長すぎます。</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>期間の終了が開始より前です。</translation>
    </message>
    <message>
        <source>The due date is in the past.</source>
        <translation>支払期日が過去の日付です。</translation>
    </message>
    <message>
        <source>Enter between 0 and 3,650 days.</source>
        <translation>0〜3,650の日数を入力してください。</translation>
    </message>
    <message>
        <source>Enter a name and a value, with a colon between them.</source>
        <translation>名前と値を半角コロン（:）で区切って入力してください。</translation>
    </message>
    <message>
        <source>A name can have up to 40 characters, a value up to 140.</source>
        <translation>名前は40文字、値は140文字以内です。</translation>
    </message>
    <message>
        <source>An invoice has at most four custom fields.</source>
        <translation>請求書のカスタムフィールドは最大4つです。</translation>
    </message>
    <message>
        <source>The customer has no email address.</source>
        <translation>この顧客にはメールアドレスがありません。</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Search by name, ID, invoice number, or type</source>
        <translation>名前、ID、請求書番号、種類で検索</translation>
    </message>
    <message>
        <source>Search events</source>
        <translation>イベントを検索</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>タイプ</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更内容</translation>
    </message>
    <message>
        <source>Only this customer</source>
        <translation>この顧客のみ</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Show older events</source>
        <translation>以前のイベントを表示</translation>
    </message>
    <message>
        <source>Only {name} ✕</source>
        <translation>{name} のみ ✕</translation>
    </message>
    <message>
        <source>Events are read from Stripe when the copy of the account begins.</source>
        <translation>イベントは、アカウントのコピーが始まると Stripe から読み込まれます。</translation>
    </message>
    <message>
        <source>No event fits.</source>
        <translation>該当するイベントはありません。</translation>
    </message>
    <message>
        <source>Complete since {day}; kept here for two years.</source>
        <translation>{day} 以降のすべてを記録しています。ここに2年間保存されます。</translation>
    </message>
    <message>
        <source>Missing: {days}, when this program was not open; Stripe keeps 30 days.</source>
        <translation>欠落：{days}（このプログラムが開かれていなかった期間。Stripe の保存期間は30日です）。</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>オブジェクト</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API バージョン</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>すべてのイベント</translation>
    </message>
    <message>
        <source>Payments and refunds</source>
        <translation>支払いと返金</translation>
    </message>
    <message>
        <source>Disputes and reviews</source>
        <translation>不審請求とレビュー</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>Payment methods</source>
        <translation>支払い方法</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Plans and coupons</source>
        <translation>料金とクーポン</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>the bank cannot process it</source>
        <translation>銀行が処理できない</translation>
    </message>
    <message>
        <source>credit not processed</source>
        <translation>返金未処理</translation>
    </message>
    <message>
        <source>customer initiated</source>
        <translation>顧客による申し立て</translation>
    </message>
    <message>
        <source>debit not authorized</source>
        <translation>引き落とし未承認</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>fraudulent</source>
        <translation>不正</translation>
    </message>
    <message>
        <source>general</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>incorrect account details</source>
        <translation>口座情報の誤り</translation>
    </message>
    <message>
        <source>insufficient funds</source>
        <translation>残高不足</translation>
    </message>
    <message>
        <source>product not received</source>
        <translation>商品未受領</translation>
    </message>
    <message>
        <source>product unacceptable</source>
        <translation>商品の不備</translation>
    </message>
    <message>
        <source>subscription canceled</source>
        <translation>サブスクリプションのキャンセル</translation>
    </message>
    <message>
        <source>unrecognized</source>
        <translation>心当たりなし</translation>
    </message>
    <message>
        <source>needs response</source>
        <translation>要回答</translation>
    </message>
    <message>
        <source>under review</source>
        <translation>審査中</translation>
    </message>
    <message>
        <source>won</source>
        <translation>勝訴</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>敗訴</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>prevented</source>
        <translation>未然に防止</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>canceled</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>requires action</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>by a rule</source>
        <translation>ルールによる</translation>
    </message>
    <message>
        <source>by a person</source>
        <translation>担当者による</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>返金済み</translation>
    </message>
    <message>
        <source>refunded as fraud</source>
        <translation>不正として返金</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>不審請求あり</translation>
    </message>
    <message>
        <source>Stripe does not try again.</source>
        <translation>Stripe は再試行しません。</translation>
    </message>
    <message>
        <source>Next attempt: {at}.</source>
        <translation>次回の試行：{at}。</translation>
    </message>
    <message>
        <source>A response is due by {at}.</source>
        <translation>回答期限は {at} です。</translation>
    </message>
    <message>
        <source>Payment of {amount} by {who} succeeded.</source>
        <translation>{who} の {amount} の支払いが成功しました。</translation>
    </message>
    <message>
        <source>Payment of {amount} by {who} failed.</source>
        <translation>{who} の {amount} の支払いが失敗しました。</translation>
    </message>
    <message>
        <source>{amount} captured from {who}.</source>
        <translation>{who} から {amount} をキャプチャーしました。</translation>
    </message>
    <message>
        <source>{amount} refunded to {who}.</source>
        <translation>{who} に {amount} を返金しました。</translation>
    </message>
    <message>
        <source>The authorization of {amount} by {who} expired.</source>
        <translation>{who} の {amount} のオーソリが失効しました。</translation>
    </message>
    <message>
        <source>{who} disputed a payment of {amount} ({reason}).</source>
        <translation>{who} が {amount} の支払いに不審請求を申し立てました（{reason}）。</translation>
    </message>
    <message>
        <source>Payment attempt of {amount} by {who} failed.</source>
        <translation>{who} の {amount} の支払いの試行が失敗しました。</translation>
    </message>
    <message>
        <source>Payment of {amount} by {who} failed (invoice {what}).</source>
        <translation>{who} の {amount} の支払いが失敗しました（請求書 {what}）。</translation>
    </message>
    <message>
        <source>Invoice {what} of {amount} was paid by {who}.</source>
        <translation>{who} が請求書 {what}（{amount}）を支払いました。</translation>
    </message>
    <message>
        <source>Payment of {amount} succeeded.</source>
        <translation>{amount} の支払いが成功しました。</translation>
    </message>
    <message>
        <source>Payment of {amount} failed.</source>
        <translation>{amount} の支払いが失敗しました。</translation>
    </message>
    <message>
        <source>{amount} captured.</source>
        <translation>{amount} をキャプチャーしました。</translation>
    </message>
    <message>
        <source>{amount} refunded.</source>
        <translation>{amount} を返金しました。</translation>
    </message>
    <message>
        <source>The authorization of {amount} expired.</source>
        <translation>{amount} のオーソリが失効しました。</translation>
    </message>
    <message>
        <source>A payment of {amount} was disputed ({reason}).</source>
        <translation>{amount} の支払いに不審請求が申し立てられました（{reason}）。</translation>
    </message>
    <message>
        <source>Payment attempt of {amount} failed.</source>
        <translation>{amount} の支払いの試行が失敗しました。</translation>
    </message>
    <message>
        <source>Payment of {amount} failed (invoice {what}).</source>
        <translation>{amount} の支払いが失敗しました（請求書 {what}）。</translation>
    </message>
    <message>
        <source>Invoice {what} of {amount} was paid.</source>
        <translation>請求書 {what}（{amount}）が支払われました。</translation>
    </message>
    <message>
        <source>Payment of {amount} is processing.</source>
        <translation>{amount} の支払いを処理中です。</translation>
    </message>
    <message>
        <source>Dispute over {amount} updated: {status}.</source>
        <translation>{amount} の不審請求が更新されました：{status}。</translation>
    </message>
    <message>
        <source>Dispute over {amount} closed: {status}.</source>
        <translation>{amount} の不審請求が終了しました：{status}。</translation>
    </message>
    <message>
        <source>{amount} withdrawn for a dispute.</source>
        <translation>不審請求のため {amount} が引き落とされました。</translation>
    </message>
    <message>
        <source>{amount} returned after a dispute.</source>
        <translation>不審請求の後、{amount} が戻されました。</translation>
    </message>
    <message>
        <source>Refund of {amount} updated: {status}.</source>
        <translation>{amount} の返金が更新されました：{status}。</translation>
    </message>
    <message>
        <source>Payment of {amount} started.</source>
        <translation>{amount} の支払いが開始されました。</translation>
    </message>
    <message>
        <source>Payment of {amount} completed.</source>
        <translation>{amount} の支払いが完了しました。</translation>
    </message>
    <message>
        <source>Payment of {amount} waits for the customer.</source>
        <translation>{amount} の支払いは顧客の対応待ちです。</translation>
    </message>
    <message>
        <source>Payment of {amount} canceled.</source>
        <translation>{amount} の支払いがキャンセルされました。</translation>
    </message>
    <message>
        <source>Payment of {amount} can be captured.</source>
        <translation>{amount} の支払いをキャプチャーできます。</translation>
    </message>
    <message>
        <source>Refund of {amount} created.</source>
        <translation>{amount} の返金が作成されました。</translation>
    </message>
    <message>
        <source>Refund of {amount} failed.</source>
        <translation>{amount} の返金が失敗しました。</translation>
    </message>
    <message>
        <source>Review opened ({reason}).</source>
        <translation>レビューが開始されました（{reason}）。</translation>
    </message>
    <message>
        <source>Review closed ({reason}).</source>
        <translation>レビューが終了しました（{reason}）。</translation>
    </message>
    <message>
        <source>The bank warned of possible fraud.</source>
        <translation>銀行が不正の可能性を警告しました。</translation>
    </message>
    <message>
        <source>Invoice {what} of {amount} created.</source>
        <translation>請求書 {what}（{amount}）が作成されました。</translation>
    </message>
    <message>
        <source>Invoice {what} of {amount} finalized.</source>
        <translation>請求書 {what}（{amount}）が確定されました。</translation>
    </message>
    <message>
        <source>Invoice {what} could not be finalized.</source>
        <translation>請求書 {what} を確定できませんでした。</translation>
    </message>
    <message>
        <source>Payment of invoice {what} ({amount}) succeeded.</source>
        <translation>請求書 {what}（{amount}）の支払いが成功しました。</translation>
    </message>
    <message>
        <source>Invoice {what} ({amount}) waits for the customer.</source>
        <translation>請求書 {what}（{amount}）は顧客の対応待ちです。</translation>
    </message>
    <message>
        <source>Invoice {what} ({amount}) is overdue.</source>
        <translation>請求書 {what}（{amount}）は期日を過ぎています。</translation>
    </message>
    <message>
        <source>Invoice {what} ({amount}) will be due.</source>
        <translation>請求書 {what}（{amount}）の期日が近づいています。</translation>
    </message>
    <message>
        <source>Upcoming invoice of {amount}.</source>
        <translation>{amount} の次回の請求書です。</translation>
    </message>
    <message>
        <source>Invoice {what} of {amount} voided.</source>
        <translation>請求書 {what}（{amount}）が無効になりました。</translation>
    </message>
    <message>
        <source>Invoice {what} of {amount} marked uncollectible.</source>
        <translation>請求書 {what}（{amount}）が回収不能になりました。</translation>
    </message>
    <message>
        <source>Invoice {what} of {amount} sent.</source>
        <translation>請求書 {what}（{amount}）が送信されました。</translation>
    </message>
    <message>
        <source>Invoice {what} updated.</source>
        <translation>請求書 {what} が更新されました。</translation>
    </message>
    <message>
        <source>Draft invoice {what} deleted.</source>
        <translation>下書きの請求書 {what} が削除されました。</translation>
    </message>
    <message>
        <source>Invoice {what} was overpaid.</source>
        <translation>請求書 {what} が過払いになりました。</translation>
    </message>
    <message>
        <source>{amount} was paid to invoice {what}.</source>
        <translation>請求書 {what} に {amount} が支払われました。</translation>
    </message>
    <message>
        <source>Invoice item “{what}” of {amount} added.</source>
        <translation>請求項目「{what}」（{amount}）が追加されました。</translation>
    </message>
    <message>
        <source>Invoice item “{what}” updated.</source>
        <translation>請求項目「{what}」が更新されました。</translation>
    </message>
    <message>
        <source>Invoice item “{what}” of {amount} deleted.</source>
        <translation>請求項目「{what}」（{amount}）が削除されました。</translation>
    </message>
    <message>
        <source>Credit note {what} of {amount} created.</source>
        <translation>クレジットノート {what}（{amount}）が作成されました。</translation>
    </message>
    <message>
        <source>Credit note {what} updated.</source>
        <translation>クレジットノート {what} が更新されました。</translation>
    </message>
    <message>
        <source>Credit note {what} of {amount} voided.</source>
        <translation>クレジットノート {what}（{amount}）が無効になりました。</translation>
    </message>
    <message>
        <source>Draft invoice of {amount} created.</source>
        <translation>下書きの請求書（{amount}）が作成されました。</translation>
    </message>
    <message>
        <source>Draft invoice of {amount} updated.</source>
        <translation>下書きの請求書（{amount}）が更新されました。</translation>
    </message>
    <message>
        <source>Draft invoice of {amount} deleted.</source>
        <translation>下書きの請求書（{amount}）が削除されました。</translation>
    </message>
    <message>
        <source>A draft invoice of {amount} could not be finalized.</source>
        <translation>下書きの請求書（{amount}）を確定できませんでした。</translation>
    </message>
    <message>
        <source>Subscription created ({status}).</source>
        <translation>サブスクリプションが作成されました（{status}）。</translation>
    </message>
    <message>
        <source>Subscription updated ({status}).</source>
        <translation>サブスクリプションが更新されました（{status}）。</translation>
    </message>
    <message>
        <source>Subscription canceled.</source>
        <translation>サブスクリプションがキャンセルされました。</translation>
    </message>
    <message>
        <source>Subscription paused.</source>
        <translation>サブスクリプションが一時停止されました。</translation>
    </message>
    <message>
        <source>Subscription resumed.</source>
        <translation>サブスクリプションが再開されました。</translation>
    </message>
    <message>
        <source>The trial ends on {at}.</source>
        <translation>トライアルは {at} に終了します。</translation>
    </message>
    <message>
        <source>A pending update was applied.</source>
        <translation>保留中の更新が適用されました。</translation>
    </message>
    <message>
        <source>A pending update expired.</source>
        <translation>保留中の更新が失効しました。</translation>
    </message>
    <message>
        <source>Subscription schedule created.</source>
        <translation>サブスクリプションスケジュールが作成されました。</translation>
    </message>
    <message>
        <source>Subscription schedule updated.</source>
        <translation>サブスクリプションスケジュールが更新されました。</translation>
    </message>
    <message>
        <source>Subscription schedule canceled.</source>
        <translation>サブスクリプションスケジュールがキャンセルされました。</translation>
    </message>
    <message>
        <source>Subscription schedule completed.</source>
        <translation>サブスクリプションスケジュールが完了しました。</translation>
    </message>
    <message>
        <source>Subscription schedule released.</source>
        <translation>サブスクリプションスケジュールが解除されました。</translation>
    </message>
    <message>
        <source>Subscription schedule ended because of failed payments.</source>
        <translation>支払いの失敗により、サブスクリプションスケジュールが終了しました。</translation>
    </message>
    <message>
        <source>Subscription schedule ends in 7 days.</source>
        <translation>サブスクリプションスケジュールは7日後に終了します。</translation>
    </message>
    <message>
        <source>{what} added.</source>
        <translation>{what} が追加されました。</translation>
    </message>
    <message>
        <source>{what} removed.</source>
        <translation>{what} が削除されました。</translation>
    </message>
    <message>
        <source>{what} updated.</source>
        <translation>{what} が更新されました。</translation>
    </message>
    <message>
        <source>{what} updated by the card network.</source>
        <translation>{what} がカードネットワークにより更新されました。</translation>
    </message>
    <message>
        <source>{what} expires at the end of the month.</source>
        <translation>{what} は月末に有効期限を迎えます。</translation>
    </message>
    <message>
        <source>Source {what} can be charged.</source>
        <translation>ソース {what} に請求できます。</translation>
    </message>
    <message>
        <source>Source {what} canceled.</source>
        <translation>ソース {what} がキャンセルされました。</translation>
    </message>
    <message>
        <source>Source {what} failed.</source>
        <translation>ソース {what} が失敗しました。</translation>
    </message>
    <message>
        <source>Saving a payment method started.</source>
        <translation>支払い方法の保存が開始されました。</translation>
    </message>
    <message>
        <source>A payment method was saved.</source>
        <translation>支払い方法が保存されました。</translation>
    </message>
    <message>
        <source>A payment method could not be saved.</source>
        <translation>支払い方法を保存できませんでした。</translation>
    </message>
    <message>
        <source>A Checkout page was completed.</source>
        <translation>Checkout ページが完了しました。</translation>
    </message>
    <message>
        <source>A Checkout page expired.</source>
        <translation>Checkout ページが期限切れになりました。</translation>
    </message>
    <message>
        <source>Customer created.</source>
        <translation>顧客が作成されました。</translation>
    </message>
    <message>
        <source>Customer updated.</source>
        <translation>顧客が更新されました。</translation>
    </message>
    <message>
        <source>Customer deleted.</source>
        <translation>顧客が削除されました。</translation>
    </message>
    <message>
        <source>Discount added.</source>
        <translation>割引が追加されました。</translation>
    </message>
    <message>
        <source>Discount changed.</source>
        <translation>割引が変更されました。</translation>
    </message>
    <message>
        <source>Discount removed.</source>
        <translation>割引が削除されました。</translation>
    </message>
    <message>
        <source>Tax ID added.</source>
        <translation>納税者番号が追加されました。</translation>
    </message>
    <message>
        <source>Tax ID updated.</source>
        <translation>納税者番号が更新されました。</translation>
    </message>
    <message>
        <source>Tax ID removed.</source>
        <translation>納税者番号が削除されました。</translation>
    </message>
    <message>
        <source>A customer portal page was created.</source>
        <translation>カスタマーポータルのページが作成されました。</translation>
    </message>
    <message>
        <source>Product “{what}” created.</source>
        <translation>商品「{what}」が作成されました。</translation>
    </message>
    <message>
        <source>Product “{what}” updated.</source>
        <translation>商品「{what}」が更新されました。</translation>
    </message>
    <message>
        <source>Product “{what}” deleted.</source>
        <translation>商品「{what}」が削除されました。</translation>
    </message>
    <message>
        <source>Price “{what}” created.</source>
        <translation>料金「{what}」が作成されました。</translation>
    </message>
    <message>
        <source>Price “{what}” updated.</source>
        <translation>料金「{what}」が更新されました。</translation>
    </message>
    <message>
        <source>Price “{what}” deleted.</source>
        <translation>料金「{what}」が削除されました。</translation>
    </message>
    <message>
        <source>Plan “{what}” created.</source>
        <translation>プラン「{what}」が作成されました。</translation>
    </message>
    <message>
        <source>Plan “{what}” updated.</source>
        <translation>プラン「{what}」が更新されました。</translation>
    </message>
    <message>
        <source>Plan “{what}” deleted.</source>
        <translation>プラン「{what}」が削除されました。</translation>
    </message>
    <message>
        <source>Coupon “{what}” created.</source>
        <translation>クーポン「{what}」が作成されました。</translation>
    </message>
    <message>
        <source>Coupon “{what}” updated.</source>
        <translation>クーポン「{what}」が更新されました。</translation>
    </message>
    <message>
        <source>Coupon “{what}” deleted.</source>
        <translation>クーポン「{what}」が削除されました。</translation>
    </message>
    <message>
        <source>Promotion code {what} created.</source>
        <translation>プロモーションコード {what} が作成されました。</translation>
    </message>
    <message>
        <source>Promotion code {what} updated.</source>
        <translation>プロモーションコード {what} が更新されました。</translation>
    </message>
    <message>
        <source>Meter “{what}” created.</source>
        <translation>メーター「{what}」が作成されました。</translation>
    </message>
    <message>
        <source>Meter “{what}” updated.</source>
        <translation>メーター「{what}」が更新されました。</translation>
    </message>
    <message>
        <source>Meter “{what}” deactivated.</source>
        <translation>メーター「{what}」が無効になりました。</translation>
    </message>
    <message>
        <source>Meter “{what}” reactivated.</source>
        <translation>メーター「{what}」が再有効化されました。</translation>
    </message>
    <message>
        <source>Stripe rejected usage of a meter.</source>
        <translation>Stripe がメーターの使用量を拒否しました。</translation>
    </message>
    <message>
        <source>Stripe rejected usage that belongs to no meter.</source>
        <translation>Stripe がどのメーターにも属さない使用量を拒否しました。</translation>
    </message>
    <message>
        <source>An event destination was tested.</source>
        <translation>イベント送信先がテストされました。</translation>
    </message>
    <message>
        <source>A test clock was advanced.</source>
        <translation>テストクロックが進められました。</translation>
    </message>
    <message>
        <source>A test clock is being advanced.</source>
        <translation>テストクロックを進めています。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export {what}</source>
        <translation>{what}をエクスポート</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets and other programs</source>
        <translation>CSV（表計算ソフトなどで使用）</translation>
    </message>
    <message>
        <source>Excel workbook with totals (XLSX)</source>
        <translation>合計付きのExcelブック（XLSX）</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Columns and order are the same as in the list, with currency and IDs. Times are in {zone}. The totals of a CSV file are in a second file beside it. The files are not encrypted.</source>
        <translation>列と並び順は一覧と同じで、通貨と ID を加えます。時刻は {zone} です。CSV の合計は隣に作成する別のファイルに書き出します。ファイルは暗号化されません。</translation>
    </message>
    <message>
        <source>Enter a file name.</source>
        <translation>ファイル名を入力してください。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>フォルダー{folder}は存在しません。</translation>
    </message>
    <message>
        <source>This file already exists and will be replaced.</source>
        <translation>同名のファイルがあり、置き換えられます。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>エクスポート先</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>モード</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>タイムゾーン</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>データ時点</translation>
    </message>
    <message>
        <source>Exported on</source>
        <translation>エクスポート日時</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>集計項目</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>{what} ID</source>
        <translation>{what} ID</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>顧客 ID</translation>
    </message>
    <message>
        <source>Exporting: {count} rows, {rate}/s</source>
        <translation>エクスポート中：{count}件、毎秒{rate}件</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>エクスポート中…</translation>
    </message>
    <message>
        <source>{rows} exported to {file}.</source>
        <translation>{rows}を{file}にエクスポートしました。</translation>
    </message>
    <message>
        <source>Export stopped. No file was written.</source>
        <translation>エクスポートを停止しました。ファイルは作成されていません。</translation>
    </message>
    <message>
        <source>Cannot write the file {file}: {reason}</source>
        <translation>ファイル{file}に書き込めません：{reason}</translation>
    </message>
</context>
<context>
    <name>Fee</name>
    <message>
        <source>Setup fee</source>
        <translation>初期費用</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>No setup fee</source>
        <translation>初期費用なし</translation>
    </message>
    <message>
        <source>Charge now</source>
        <translation>今すぐ請求</translation>
    </message>
    <message>
        <source>Invoice now, tied to the subscription</source>
        <translation>今すぐ請求書を作成（サブスクリプションに関連付け）</translation>
    </message>
    <message>
        <source>With the next invoice</source>
        <translation>次回の請求書に追加</translation>
    </message>
    <message>
        <source>A payment of its own, unrelated to the subscription: it appears on no invoice.</source>
        <translation>サブスクリプションとは関係のない独立した支払いです。請求書には表示されません。</translation>
    </message>
    <message>
        <source>An invoice of the subscription with only the fee, paid immediately.</source>
        <translation>初期費用のみのサブスクリプションの請求書を作成し、すぐに支払います。</translation>
    </message>
    <message>
        <source>One invoice: the fee is added to the next bill of the subscription.</source>
        <translation>請求書は1通です。初期費用はサブスクリプションの次回の請求に追加されます。</translation>
    </message>
    <message>
        <source>Setup fee for {name}</source>
        <translation>{name}の初期費用</translation>
    </message>
    <message>
        <source>Add {amount} to the next invoice of {name}</source>
        <translation>{name}の次回の請求書に{amount}を追加</translation>
    </message>
    <message>
        <source>Charge {amount} for {name}</source>
        <translation>{name}の初期費用{amount}を請求</translation>
    </message>
    <message>
        <source>The fee will be on the next invoice.</source>
        <translation>初期費用は次回の請求書に追加されます。</translation>
    </message>
    <message>
        <source>The fee was charged.</source>
        <translation>初期費用を請求しました。</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>This looked like a card number, so it was removed. Card numbers cannot be entered here. Send the customer a card page instead.</source>
        <translation>カード番号の可能性があるため削除しました。ここにカード番号は入力できません。代わりにカード登録ページを顧客に送ってください。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>More views</source>
        <translation>その他のビュー</translation>
    </message>
    <message>
        <source>Filter by words or {token}</source>
        <translation>語句または{token}で絞り込み</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Test clock</source>
        <translation>テストクロック</translation>
    </message>
    <message>
        <source>Filters and views</source>
        <translation>絞り込みとビュー</translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation>ビューを保存…</translation>
    </message>
    <message>
        <source>Delete view “{name}”</source>
        <translation>ビュー「{name}」を削除</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Without a test clock</source>
        <translation>テストクロックなし</translation>
    </message>
</context>
<context>
    <name>FindOrCreate</name>
    <message>
        <source>Find or create customer</source>
        <translation>顧客を検索または作成</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Looks up the customer in Stripe. If there is none, or it was deleted, you can preview and create one. Two people who do this at the same time with the same external ID get one customer.</source>
        <translation>Stripeで顧客を検索します。見つからない場合や削除済みの場合は、新規作成をプレビューできます。同じ外部IDで2人が同時に行っても、作成される顧客は1件です。</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Stripe customer ID (cus_…), if known</source>
        <translation>Stripeの顧客ID（cus_…、わかる場合）</translation>
    </message>
    <message>
        <source>External ID (the customer&apos;s ID in your system), if any</source>
        <translation>外部ID（自社システムでの顧客ID、ある場合）</translation>
    </message>
    <message>
        <source>Name (used if a customer is created)</source>
        <translation>名前（新規作成時に使用）</translation>
    </message>
    <message>
        <source>Enter an email to look up the customer.</source>
        <translation>顧客を検索するメールアドレスを入力してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) with this email exist. Open one, or create another.</source>
        <translation>
            <numerusform>このメールアドレスの顧客が%n件あります。開くか、別の顧客を作成してください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more customer(s) are not shown.</source>
        <translation>
            <numerusform>ほかに%n件の顧客があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Create another</source>
        <translation>別の顧客を作成</translation>
    </message>
    <message>
        <source>Found.</source>
        <translation>見つかりました。</translation>
    </message>
    <message>
        <source>Create {name}</source>
        <translation>{name}を作成</translation>
    </message>
    <message>
        <source>Created.</source>
        <translation>作成しました。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Move files aside…</source>
        <translation>ファイルを退避…</translation>
    </message>
    <message>
        <source>Move files aside</source>
        <translation>ファイルを退避</translation>
    </message>
    <message>
        <source>Welcome to Billing Desk</source>
        <translation>Billing Deskへようこそ</translation>
    </message>
    <message>
        <source>{place}: the audit log is kept under another name and a new one is started. Interrupted changes can then no longer be resumed here; check them in Stripe. If the keyring might only be locked, unlock it and try again instead.</source>
        <translation>{place}：監査ログを別の名前で保管し、新しい監査ログを開始します。中断された変更はここから再開できなくなるため、Stripeで確認してください。キーリングがロックされているだけの可能性がある場合は、ロックを解除してからもう一度お試しください。</translation>
    </message>
    <message>
        <source>{place} could not be opened</source>
        <translation>{place}を開けませんでした</translation>
    </message>
    <message>
        <source>See your whole Stripe account at once, preview every change, and never charge twice or in the wrong mode. Try everything in the practice account first: it behaves like Stripe and changes nothing real.</source>
        <translation>Stripeアカウント全体を一度に確認し、すべての変更を事前にプレビューできます。二重請求やモードの取り違えは起きません。まずは練習用アカウントでお試しください。Stripeと同じように動作し、実際のデータは変更されません。</translation>
    </message>
    <message>
        <source>Open the practice account</source>
        <translation>練習用アカウントを開く</translation>
    </message>
    <message>
        <source>Add a Stripe account…</source>
        <translation>Stripeアカウントを追加…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Enter the key again…</source>
        <translation>キーを入力し直す…</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>{what}: step {step} of {count}</source>
        <translation>{what}：ステップ{step} / {count}</translation>
    </message>
    <message>
        <source>Stop before the next step</source>
        <translation>次のステップの前で停止</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Export list (Ctrl+E)</source>
        <translation>一覧をエクスポート（Ctrl+E）</translation>
    </message>
    <message>
        <source>Bulk edit…</source>
        <translation>一括編集…</translation>
    </message>
    <message>
        <source>Edit the selected rows, or all filtered rows (Ctrl+Shift+M)</source>
        <translation>選択した行、または絞り込んだすべての行を編集（Ctrl+Shift+M）</translation>
    </message>
    <message>
        <source>more than {count} rows</source>
        <translation>{count}件超</translation>
    </message>
</context>
<context>
    <name>Hits</name>
    <message>
        <source>Deleted</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>未登録</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Numbers</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>The first row contains column names</source>
        <translation>1行目は列名</translation>
    </message>
    <message>
        <source>Metadata key</source>
        <translation>メタデータのキー</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>メーター</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>区切り文字</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Customer identified by</source>
        <translation>顧客の特定方法</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>タイムゾーン</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>識別子</translation>
    </message>
    <message>
        <source>Import usage</source>
        <translation>使用量をインポート</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Choose a CSV, TSV, XLSX, or JSON Lines file, or drop it here.</source>
        <translation>CSV、TSV、XLSX、JSON Linesのファイルを選択するか、ここにドロップしてください。</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>ファイルを選択…</translation>
    </message>
    <message>
        <source>Export refused rows…</source>
        <translation>拒否された行をエクスポート…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信方法</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>ファイルを選択</translation>
    </message>
    <message>
        <source>Checking… {count} rows</source>
        <translation>確認中… {count}行</translation>
    </message>
    <message numerus="yes">
        <source>Send %n event(s)</source>
        <translation>
            <numerusform>%n件のイベントを送信</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>Export refused rows</source>
        <translation>拒否された行をエクスポート</translation>
    </message>
    <message numerus="yes">
        <source>%n refused row(s) exported.</source>
        <translation>
            <numerusform>拒否された%n行をエクスポートしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>先頭の行</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>拒否された行</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Imports of usage</source>
        <translation>使用量のインポート</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>By</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>取消済み</translation>
    </message>
    <message>
        <source>Don&apos;t send the rest</source>
        <translation>残りを送信しない</translation>
    </message>
    <message>
        <source>Cancel events…</source>
        <translation>イベントを取り消す…</translation>
    </message>
    <message>
        <source>No usage was imported yet.</source>
        <translation>使用量のインポートはまだありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) that wait will not be sent.</source>
        <translation>
            <numerusform>待機中の%n件のイベントは送信されません。</numerusform>
        </translation>
    </message>
    <message>
        <source>End this import?</source>
        <translation>このインポートを終了しますか?</translation>
    </message>
    <message numerus="yes">
        <source>Stripe takes %n event(s) out of the totals. Finalized invoices do not change.</source>
        <translation>
            <numerusform>Stripeが%n件のイベントを合計から除きます。確定済みの請求書は変わりません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n event(s)</source>
        <translation>
            <numerusform>%n 件のイベントをキャンセル</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel this import?</source>
        <translation>このインポートを取り消しますか?</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Japanese (Windows-31J, Shift JIS)</source>
        <translation>日本語 (Windows-31J、シフトJIS)</translation>
    </message>
    <message>
        <source>Western (Windows-1252)</source>
        <translation>欧文 (Windows-1252)</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>カンマ</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>セミコロン</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>縦線</translation>
    </message>
    <message>
        <source>Digits alone: 1234</source>
        <translation>数字のみ: 1234</translation>
    </message>
    <message>
        <source>Commas group: 1,234 and 1,234.0 are 1234</source>
        <translation>カンマは桁区切り: 1,234と1,234.0は1234</translation>
    </message>
    <message>
        <source>Points group: 1.234 and 1.234,0 are 1234</source>
        <translation>ピリオドは桁区切り: 1.234と1.234,0は1234</translation>
    </message>
    <message>
        <source>ID (cus_…)</source>
        <translation>ID (cus_…)</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>One by one: Stripe checks each event at once</source>
        <translation>1件ずつ: Stripeが各イベントをすぐに検証します</translation>
    </message>
    <message>
        <source>As a stream, 100 a request: Stripe reports errors later</source>
        <translation>ストリーム (1回に100件): エラーは後から報告されます</translation>
    </message>
    <message>
        <source>None: each row counts 1</source>
        <translation>なし: 各行を1とする</translation>
    </message>
    <message>
        <source>None: the time of the import</source>
        <translation>なし: インポートの日時</translation>
    </message>
    <message>
        <source>None: generated from file and line</source>
        <translation>なし: ファイルと行から生成</translation>
    </message>
    <message>
        <source>From line {line} on, a quotation mark is not closed or in the wrong place.</source>
        <translation>{line}行目から、引用符が閉じられていないか、位置が正しくありません。</translation>
    </message>
    <message>
        <source>The workbook is too large. Save the sheet as CSV.</source>
        <translation>ブックが大きすぎます。シートをCSVで保存してください。</translation>
    </message>
    <message>
        <source>The file changed while it was read. Check it again.</source>
        <translation>読み取り中にファイルが変更されました。もう一度確認してください。</translation>
    </message>
    <message>
        <source>No customer matches.</source>
        <translation>該当する顧客がいません。</translation>
    </message>
    <message>
        <source>Several customers match.</source>
        <translation>該当する顧客が複数います。</translation>
    </message>
    <message>
        <source>Not a time such as 2026-12-24 18:30 or Unix seconds.</source>
        <translation>2026-12-24 18:30やUnix秒のような日時ではありません。</translation>
    </message>
    <message>
        <source>Possibly sent more than 23 hours ago. Check the chart before sending it again.</source>
        <translation>23時間以上前に送信された可能性があります。再送信の前にグラフを確認してください。</translation>
    </message>
    <message>
        <source>Will be sent</source>
        <translation>送信されます</translation>
    </message>
    <message>
        <source>The effect on the bills could not be read from Stripe.</source>
        <translation>請求額への影響をStripeから取得できませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>The amount is not known for %n customer(s).</source>
        <translation>
            <numerusform>顧客%n件の金額は不明です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more customer(s) are not included in this amount.</source>
        <translation>
            <numerusform>ほかの顧客%n件はこの金額に含まれません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are dated before the running period: finalized invoices do not change.</source>
        <translation>
            <numerusform>%n件のイベントは現在の期間より前の日時です。確定済みの請求書は変わりません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <source>This is not a text file.</source>
        <translation>テキストファイルではありません。</translation>
    </message>
    <message>
        <source>Line {line} cannot be read in this encoding. Choose another one.</source>
        <translation>{line}行目をこの文字コードで読めません。別の文字コードを選択してください。</translation>
    </message>
    <message>
        <source>A cell at line {line} is too long. Check separator and quotes.</source>
        <translation>{line}行目のセルが長すぎます。区切り文字と引用符を確認してください。</translation>
    </message>
    <message>
        <source>Line {line} is not a JSON object.</source>
        <translation>{line}行目はJSONオブジェクトではありません。</translation>
    </message>
    <message>
        <source>This is not an XLSX file that can be read.</source>
        <translation>読み取れるXLSXファイルではありません。</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>ファイルを読み取れません: {reason}。</translation>
    </message>
    <message>
        <source>The row has too few cells.</source>
        <translation>行のセルが足りません。</translation>
    </message>
    <message>
        <source>A point or comma can group thousands or separate decimals. Choose how this file writes numbers.</source>
        <translation>ピリオドやカンマは桁区切りにも小数点にもなります。このファイルの数値の書き方を選択してください。</translation>
    </message>
    <message>
        <source>The clock skips this time in the chosen zone.</source>
        <translation>選択したタイムゾーンには存在しない時刻です。</translation>
    </message>
    <message>
        <source>The identifier is in the file twice; the first one counts.</source>
        <translation>識別子がファイル内で重複しています。最初のものが有効です。</translation>
    </message>
    <message>
        <source>The identifier was already sent from here.</source>
        <translation>この識別子はここから送信済みです。</translation>
    </message>
    <message>
        <source>Not sent: the import was ended.</source>
        <translation>未送信: インポートが終了されました。</translation>
    </message>
    <message>
        <source>Stripe has this identifier already.</source>
        <translation>この識別子はすでにStripeにあります。</translation>
    </message>
    <message numerus="yes">
        <source>{good} of {rows} rows will be sent to {meter}, for %n customer(s), {sum} in all.</source>
        <translation>
            <numerusform>{rows}行のうち{good}行を{meter}に送信します (顧客%n件、合計{sum})。</numerusform>
        </translation>
    </message>
    <message>
        <source>Used from {first} to {last}.</source>
        <translation>使用日時は{first}から{last}まで。</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) have no subscription to this meter: nothing is billed to them.</source>
        <translation>
            <numerusform>顧客%n件にはこのメーターのサブスクリプションがなく、請求されません。</numerusform>
        </translation>
    </message>
    <message>
        <source>No finalized invoice is touched.</source>
        <translation>確定済みの請求書には影響しません。</translation>
    </message>
    <message>
        <source>Without identifiers in the file, a changed copy of it would be counted again.</source>
        <translation>ファイルに識別子がないため、変更した写しは再び計上されます。</translation>
    </message>
    <message numerus="yes">
        <source>Running bills of %n customer(s) go down by about {money}, before discounts and tax.</source>
        <translation>
            <numerusform>%n 件の顧客の現在の請求額が約 {money} 減ります（割引と税の適用前）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Running bills of %n customer(s): ≈ {money}, before discounts and tax.</source>
        <translation>
            <numerusform>顧客%n件の現在の請求額: 約{money} (割引と税の前)。</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total}, {rate} a second</source>
        <translation>{total}件中{done}件、毎秒{rate}件</translation>
    </message>
    <message>
        <source>Paused: {done} of {total}</source>
        <translation>一時停止中：{total} 件中 {done} 件</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) sent.</source>
        <translation>
            <numerusform>%n件のイベントを送信しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n件は失敗しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: {count} are left. Continue sends each of them once.</source>
        <translation>停止しました。残り{count}件です。「続行」でそれぞれ1回だけ送信します。</translation>
    </message>
    <message>
        <source>The import can be canceled within 24 hours.</source>
        <translation>このインポートは24時間以内なら取り消せます。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) canceled.</source>
        <translation>
            <numerusform>%n件のイベントを取り消しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be canceled.</source>
        <translation>
            <numerusform>%n件は取り消せませんでした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import of {file} is not finished: %n event(s) are left. See Imports.</source>
        <translation>
            <numerusform>{file}のインポートが完了していません。残り%n件です。インポートの一覧をご覧ください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvoiceLife</name>
    <message>
        <source>Drafted</source>
        <translation>下書き作成</translation>
    </message>
    <message>
        <source>Finalizes automatically</source>
        <translation>自動確定</translation>
    </message>
    <message>
        <source>Finalized</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>支払期日</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>支払い失敗</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支払い</translation>
    </message>
    <message>
        <source>Next retry</source>
        <translation>次回の再試行</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払い済み</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>クレジットノート</translation>
    </message>
    <message>
        <source>Marked as uncollectible</source>
        <translation>回収不能</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>無効化</translation>
    </message>
</context>
<context>
    <name>Invoices</name>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>残額</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>支払期日</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>Next retry</source>
        <translation>次回の再試行</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Days overdue</source>
        <translation>期限超過日数</translation>
    </message>
    <message>
        <source>Last decline</source>
        <translation>直近の拒否</translation>
    </message>
    <message>
        <source>Finalized</source>
        <translation>確定日</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>支払い日</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>小計</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払い済み額</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>請求方法</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認状況</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>チェック結果</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>確認者</translation>
    </message>
    <message>
        <source>Select an invoice to see its line items and payments.</source>
        <translation>請求書を選択すると、明細と支払いが表示されます。</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>決済済み</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>返金済み</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>貸倒れ</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>フッター</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>割引</translation>
    </message>
    <message>
        <source>{tax}, included</source>
        <translation>{tax}（内税）</translation>
    </message>
    <message>
        <source>on {amount}</source>
        <translation>対象額{amount}</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>ライフサイクル</translation>
    </message>
    <message>
        <source>(unused time)</source>
        <translation>（未使用期間）</translation>
    </message>
    <message>
        <source>(remaining time)</source>
        <translation>（残りの期間）</translation>
    </message>
    <message>
        <source>discount {amount}</source>
        <translation>割引{amount}</translation>
    </message>
    <message>
        <source>tax {amount}</source>
        <translation>税{amount}</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>Billing reason</source>
        <translation>請求理由</translation>
    </message>
    <message>
        <source>Line items</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>No line items.</source>
        <translation>明細はありません。</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支払い</translation>
    </message>
    <message>
        <source>No payments: nothing was due.</source>
        <translation>支払いなし: 請求金額がありません。</translation>
    </message>
    <message>
        <source>No payments: {how}.</source>
        <translation>支払いなし: {how}。</translation>
    </message>
    <message>
        <source>No payments.</source>
        <translation>支払いはありません。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未払い</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>今月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>先月</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>今四半期</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>会計年度</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Deserves a look</source>
        <translation>要注意</translation>
    </message>
    <message>
        <source>Queried</source>
        <translation>照会中</translation>
    </message>
    <message>
        <source>No invoices yet.</source>
        <translation>請求書はまだありません。</translation>
    </message>
    <message>
        <source>Month close…</source>
        <translation>月次締め…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>New invoice</source>
        <translation>新規請求書</translation>
    </message>
    <message>
        <source>Save PDFs…</source>
        <translation>PDFを保存…</translation>
    </message>
    <message>
        <source>No finalized invoices are listed.</source>
        <translation>一覧に確定済みの請求書がありません。</translation>
    </message>
    <message>
        <source>Finalize…</source>
        <translation>確定…</translation>
    </message>
    <message>
        <source>Pay {amount}…</source>
        <translation>{amount} を支払う…</translation>
    </message>
    <message>
        <source>Pay…</source>
        <translation>支払う…</translation>
    </message>
    <message>
        <source>Pay with another card…</source>
        <translation>別のカードで支払う…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>送信…</translation>
    </message>
    <message>
        <source>Payment page…</source>
        <translation>支払いページ…</translation>
    </message>
    <message>
        <source>Credit note…</source>
        <translation>クレジットノート…</translation>
    </message>
    <message>
        <source>Paid outside Stripe…</source>
        <translation>Stripe外で支払い済み…</translation>
    </message>
    <message>
        <source>Mark as uncollectible…</source>
        <translation>回収不能にする…</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>無効にする…</translation>
    </message>
    <message>
        <source>Void and re-issue…</source>
        <translation>無効にして再発行…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>複製…</translation>
    </message>
    <message>
        <source>Upcoming invoice…</source>
        <translation>次回の請求書…</translation>
    </message>
    <message>
        <source>Delete draft…</source>
        <translation>下書きを削除…</translation>
    </message>
    <message>
        <source>Finalize {name}</source>
        <translation>{name}を確定</translation>
    </message>
    <message>
        <source>Invoice finalized.</source>
        <translation>請求書を確定しました。</translation>
    </message>
    <message>
        <source>Send {name}</source>
        <translation>{name}を送信</translation>
    </message>
    <message>
        <source>Invoice sent.</source>
        <translation>請求書を送信しました。</translation>
    </message>
    <message>
        <source>Mark {name} as uncollectible</source>
        <translation>{name}を回収不能にする</translation>
    </message>
    <message>
        <source>Invoice marked as uncollectible.</source>
        <translation>請求書を回収不能にしました。</translation>
    </message>
    <message>
        <source>Void {name} and make a draft</source>
        <translation>{name}を無効にして下書きを作成</translation>
    </message>
    <message>
        <source>Invoice voided. The draft that replaces it is in Invoices.</source>
        <translation>請求書を無効にしました。代わりの下書きは「請求書」にあります。</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>{name}を削除</translation>
    </message>
    <message>
        <source>Draft deleted.</source>
        <translation>下書きを削除しました。</translation>
    </message>
    <message>
        <source>Collect {amount} for {name}</source>
        <translation>{name}の{amount}を回収</translation>
    </message>
    <message>
        <source>Void {name} permanently</source>
        <translation>{name}を無効にする（取り消せません）</translation>
    </message>
    <message>
        <source>Invoice voided.</source>
        <translation>請求書を無効にしました。</translation>
    </message>
    <message>
        <source>{name} was paid outside Stripe</source>
        <translation>{name}をStripe外で支払い済みにする</translation>
    </message>
    <message>
        <source>Such as the bank transfer&apos;s number. It is kept in the invoice&apos;s metadata.</source>
        <translation>銀行振込の番号など。請求書のメタデータに保存されます。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照番号</translation>
    </message>
    <message>
        <source>Mark {name} as paid</source>
        <translation>{name}を支払い済みにする</translation>
    </message>
    <message>
        <source>Marked as paid outside Stripe.</source>
        <translation>Stripe外で支払い済みにしました。</translation>
    </message>
    <message>
        <source>The invoice is a draft. Finalize it first.</source>
        <translation>請求書は下書きです。先に確定してください。</translation>
    </message>
    <message>
        <source>The invoice is finalized already.</source>
        <translation>請求書はすでに確定しています。</translation>
    </message>
    <message>
        <source>The invoice is paid.</source>
        <translation>請求書は支払い済みです。</translation>
    </message>
    <message>
        <source>The invoice was voided.</source>
        <translation>請求書は無効になりました。</translation>
    </message>
    <message>
        <source>The invoice is uncollectible already.</source>
        <translation>請求書はすでに回収不能です。</translation>
    </message>
    <message>
        <source>A payment is on its way.</source>
        <translation>支払いを処理中です。</translation>
    </message>
    <message>
        <source>Nothing remains to be paid.</source>
        <translation>未払い額はありません。</translation>
    </message>
    <message>
        <source>Stripe does not delete drafts of a subscription.</source>
        <translation>Stripeはサブスクリプションの下書きを削除できません。</translation>
    </message>
    <message>
        <source>The whole amount has been credited.</source>
        <translation>全額のクレジットノートが発行済みです。</translation>
    </message>
    <message>
        <source>A part of it is paid. Issue a credit note instead.</source>
        <translation>一部が支払い済みです。代わりにクレジットノートを発行してください。</translation>
    </message>
    <message>
        <source>It is charged automatically. Stripe emails only invoices with a due date.</source>
        <translation>自動請求の請求書です。Stripeがメールで送信するのは、支払期日のある請求書だけです。</translation>
    </message>
    <message>
        <source>The customer has no email address.</source>
        <translation>この顧客にはメールアドレスがありません。</translation>
    </message>
    <message>
        <source>Discounts and automatic tax cannot be copied. Issue a credit note.</source>
        <translation>割引と自動税計算はコピーできません。クレジットノートを発行してください。</translation>
    </message>
</context>
<context>
    <name>Items</name>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Type a part of the plan&apos;s name</source>
        <translation>プラン名の一部を入力</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>by usage</source>
        <translation>従量課金</translation>
    </message>
    <message>
        <source>Remove plan</source>
        <translation>プランを削除</translation>
    </message>
    <message>
        <source>Add plan</source>
        <translation>プランを追加</translation>
    </message>
</context>
<context>
    <name>JobArea</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Resume sync</source>
        <translation>同期を再開</translation>
    </message>
    <message>
        <source>Pause sync</source>
        <translation>同期を一時停止</translation>
    </message>
    <message>
        <source>Sync paused</source>
        <translation>同期は一時停止中</translation>
    </message>
    <message>
        <source>Syncing {what}: {count} objects, {rate}/s</source>
        <translation>{what}を同期中：{count}件、毎秒{rate}件</translation>
    </message>
    <message>
        <source>Syncing cards and line items: {count} left</source>
        <translation>カードと明細を同期中：残り{count}件</translation>
    </message>
    <message>
        <source>Stripe limits requests: reading more slowly</source>
        <translation>Stripeがリクエストを制限しているため、ゆっくり読み込んでいます</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Key for {name}</source>
        <translation>{name}のキー</translation>
    </message>
    <message>
        <source>Add a Stripe account</source>
        <translation>Stripeアカウントを追加</translation>
    </message>
    <message>
        <source>The key is stored only in this computer&apos;s keyring. Use a restricted key (rk_…) with only the permissions you need. Create it in the Stripe Dashboard under Developers &gt; API keys.</source>
        <translation>キーはこのコンピューターのキーリングにのみ保存されます。必要な権限だけを付けた制限付きキー（rk_…）を使用してください。Stripeダッシュボードの「開発者」&gt;「APIキー」で作成できます。</translation>
    </message>
    <message>
        <source>Keep the key in memory only; store nothing on this computer</source>
        <translation>キーをメモリにのみ保持し、このコンピューターには保存しない</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>APIキー</translation>
    </message>
    <message>
        <source>Only for a local Stripe simulator, such as http://localhost:8420. Otherwise leave empty.</source>
        <translation>ローカルのStripeシミュレーター専用です（例：http://localhost:8420）。それ以外の場合は空欄にしてください。</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>APIアドレス</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>モード</translation>
    </message>
    <message>
        <source>Name (empty: same as in Stripe)</source>
        <translation>名前（空欄の場合はStripeと同じ）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>確認して保存</translation>
    </message>
    <message>
        <source>The key was not replaced. Nothing was saved.</source>
        <translation>キーは置き換えられていません。何も保存されていません。</translation>
    </message>
    <message>
        <source>{name} already has a {mode} key: {key}. Replacing it deletes the old key from the keyring.</source>
        <translation>{name}にはすでに{mode}キーがあります：{key}。置き換えると、古いキーはキーリングから削除されます。</translation>
    </message>
    <message>
        <source>Replace key?</source>
        <translation>キーを置き換えますか？</translation>
    </message>
    <message>
        <source>Replace key</source>
        <translation>キーを置き換える</translation>
    </message>
    <message>
        <source>This live key is unrestricted: anyone who gets it can refund, pay out, and delete everything. A restricted key needs read access to Customers, Payment Methods, Products, Prices, Plans, Subscriptions, Invoices, Meters, Events, and Balance, and write access to Customers.</source>
        <translation>この本番キーには制限がなく、入手した人は返金、入金、削除などすべての操作を行えます。制限付きキーに必要な権限：Customers、Payment Methods、Products、Prices、Plans、Subscriptions、Invoices、Meters、Events、Balanceの読み取りと、Customersの書き込み。</translation>
    </message>
    <message>
        <source>Unrestricted live key</source>
        <translation>制限のない本番キー</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>このまま使用</translation>
    </message>
    <message>
        <source>Could not reach Stripe to check the key. Nothing was saved.</source>
        <translation>キーを確認するためにStripeへ接続できませんでした。何も保存されていません。</translation>
    </message>
</context>
<context>
    <name>Lifecycle</name>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Trial began</source>
        <translation>トライアル開始</translation>
    </message>
    <message>
        <source>Trial ends</source>
        <translation>トライアル終了</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>支払い失敗</translation>
    </message>
    <message>
        <source>Collection resumes</source>
        <translation>回収再開</translation>
    </message>
    <message>
        <source>Plan changes</source>
        <translation>プラン変更</translation>
    </message>
    <message>
        <source>Next bill</source>
        <translation>次回の請求</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>終了予定</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>LinkView</name>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>QR code of the link</source>
        <translation>リンクのQRコード</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
    <message>
        <source>Copy email text</source>
        <translation>メール本文をコピー</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>ブラウザで開く</translation>
    </message>
    <message>
        <source>This address is not one of Stripe&apos;s, so it is not opened from here. If your account has its own domain for Stripe&apos;s pages, check that this is it before you give it to the customer.</source>
        <translation>このアドレスはStripeのものではないため、ここからは開けません。アカウントでStripeのページに独自ドメインを使用している場合は、顧客に渡す前にそのドメインであることを確認してください。</translation>
    </message>
    <message>
        <source>This is not a secure web address, so it can be neither opened nor copied here.</source>
        <translation>安全なウェブアドレスではないため、ここから開くこともコピーすることもできません。</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>The link is to {account}, {mode}. No key for it is set up here.</source>
        <translation>リンク先は{account}（{mode}）です。ここにはそのキーが設定されていません。</translation>
    </message>
    <message>
        <source>another account</source>
        <translation>別のアカウント</translation>
    </message>
    <message>
        <source>The link is to {place}. Switch to it?</source>
        <translation>リンク先は{place}です。切り替えますか？</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>リンクを開く</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切り替え</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <source>{name} is locked</source>
        <translation>{name}はロックされています</translation>
    </message>
    <message>
        <source>Finishing changes in progress…</source>
        <translation>進行中の変更を完了しています…</translation>
    </message>
    <message>
        <source>API keys cleared from memory. Unlocking reads them from the system keyring again.</source>
        <translation>APIキーはメモリから消去されました。ロックを解除すると、システムのキーリングから再度読み込みます。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロック解除</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n change(s) were interrupted. Resolve them in Activity (Ctrl+J).</source>
        <translation>
            <numerusform>%n件の変更が中断されました。アクティビティ（Ctrl+J）で対応してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Stop what is under way?</source>
        <translation>実行中の処理を停止しますか？</translation>
    </message>
    <message>
        <source>{what}: {made} of {total} rows are done. It stops before the next row; the rest can be continued in Activity.</source>
        <translation>{what}: {total} 行のうち {made} 行が完了しています。次の行の前に停止し、残りはアクティビティから続行できます。</translation>
    </message>
    <message>
        <source>After quitting, the practice account starts anew.</source>
        <translation>終了すると、練習用アカウントは最初の状態に戻ります。</translation>
    </message>
    <message>
        <source>A form contains text that has not been saved. It will be lost.</source>
        <translation>フォームに保存されていない入力があります。終了すると失われます。</translation>
    </message>
</context>
<context>
    <name>Metadata</name>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>この項目を削除</translation>
    </message>
    <message>
        <source>Value of {key}</source>
        <translation>{key}の値</translation>
    </message>
    <message>
        <source>Keep {key}</source>
        <translation>{key}を残す</translation>
    </message>
    <message>
        <source>Remove {key}</source>
        <translation>{key}を削除</translation>
    </message>
    <message>
        <source>Add metadata</source>
        <translation>メタデータを追加</translation>
    </message>
    <message>
        <source>{count} of {limit} entries, {own} of them by this program.</source>
        <translation>{limit}件中{count}件（うち{own}件はこのプログラムの項目）</translation>
    </message>
    <message>
        <source>{count} of {limit} entries. Entries of this program that have no room are left out.</source>
        <translation>{limit}件中{count}件。空きがないため、このプログラムの項目は保存されません。</translation>
    </message>
    <message>
        <source>{count} of {limit} entries.</source>
        <translation>{limit}件中{count}件</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>Method</name>
    <message>
        <source>Payment method of {name}</source>
        <translation>{name}の支払い方法</translation>
    </message>
    <message>
        <source>The customer&apos;s default</source>
        <translation>顧客のデフォルト</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>支払い方法</translation>
    </message>
    <message>
        <source>Change payment method of {name}</source>
        <translation>{name}の支払い方法を変更</translation>
    </message>
    <message>
        <source>Payment method changed.</source>
        <translation>支払い方法を変更しました。</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Card in person</source>
        <translation>対面のカード</translation>
    </message>
    <message>
        <source>Interac in person</source>
        <translation>対面の Interac</translation>
    </message>
    <message>
        <source>Korean card</source>
        <translation>韓国のカード</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>銀行口座</translation>
    </message>
    <message>
        <source>Pay by bank</source>
        <translation>Pay by bank</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>銀行振込</translation>
    </message>
    <message>
        <source>Convenience store</source>
        <translation>コンビニ決済</translation>
    </message>
    <message>
        <source>Card with 3D Secure</source>
        <translation>3D セキュアのカード</translation>
    </message>
    <message>
        <source>Stablecoin</source>
        <translation>ステーブルコイン</translation>
    </message>
    <message>
        <source>Custom payment method</source>
        <translation>カスタム支払い方法</translation>
    </message>
    <message>
        <source>Stripe balance</source>
        <translation>Stripe 残高</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>Month close</source>
        <translation>月次締め</translation>
    </message>
    <message>
        <source>Close month</source>
        <translation>月を締める</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>対象月</translation>
    </message>
    <message>
        <source>Days in {zone}</source>
        <translation>日付のタイムゾーン：{zone}</translation>
    </message>
    <message>
        <source>An invoice belongs to the month of its</source>
        <translation>請求書の計上月の基準</translation>
    </message>
    <message>
        <source>Export XLSX…</source>
        <translation>XLSXでエクスポート…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>PDFでエクスポート…</translation>
    </message>
    <message>
        <source>Stripe reports…</source>
        <translation>Stripe レポート…</translation>
    </message>
    <message>
        <source>For accounts larger than the local copy</source>
        <translation>ローカルコピーより大きいアカウント向け</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み取り中…</translation>
    </message>
    <message>
        <source>Reading… {count}</source>
        <translation>読み取り中… {count}件</translation>
    </message>
    <message>
        <source>The copy of the closed month is damaged.</source>
        <translation>締めた月のコピーが破損しています。</translation>
    </message>
    <message>
        <source>Close a month that is not over?</source>
        <translation>終わっていない月を締めますか？</translation>
    </message>
    <message>
        <source>Invoices of the rest of the month would be listed as changed since it was closed.</source>
        <translation>月の残りの請求書は、締めた後の変更として表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>{month} closed: %n invoice(s) kept.</source>
        <translation>
            <numerusform>{month}を締め、%n件の請求書を保存しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export month</source>
        <translation>月次締めをエクスポート</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <translation>{file}にエクスポートしました。</translation>
    </message>
    <message>
        <source>No invoices in this month.</source>
        <translation>この月の請求書はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) tie out to zero.</source>
        <translation>
            <numerusform>%n件の請求書の差額はゼロです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>差異%n件。</numerusform>
        </translation>
    </message>
    <message>
        <source>The key may not read credit notes.</source>
        <translation>このキーではクレジットノートを読み取れません。</translation>
    </message>
    <message>
        <source>The key may not read balance transactions and payouts.</source>
        <translation>このキーでは残高取引と入金を読み取れません。</translation>
    </message>
    <message>
        <source>The month is not over yet.</source>
        <translation>月はまだ終わっていません。</translation>
    </message>
    <message>
        <source>Closed on {day} by {name}.</source>
        <translation>{day}に締め済み（担当者：{name}）。</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) changed since.</source>
        <translation>
            <numerusform>その後、%n件の請求書が変更されました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
    <message>
        <source>Credited after payment</source>
        <translation>支払い後のクレジットノート</translation>
    </message>
    <message>
        <source>Refunded in this month</source>
        <translation>この月の返金</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>集計</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>差異はありません。</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差額一覧</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>税率</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Taxable</source>
        <translation>課税対象額</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税額</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>請求書数</translation>
    </message>
    <message>
        <source>Tax by rate</source>
        <translation>税率別の税額</translation>
    </message>
    <message>
        <source>No tax in this month.</source>
        <translation>この月に税はありません。</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>銀行</translation>
    </message>
    <message>
        <source>No payouts or fees in this month.</source>
        <translation>この月に入金と手数料はありません。</translation>
    </message>
    <message>
        <source>When it was closed</source>
        <translation>締めた時点</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Nothing has changed since the month was closed.</source>
        <translation>月次締めの後に変更はありません。</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>締めた後の変更</translation>
    </message>
    <message>
        <source>Calculated by Stripe</source>
        <translation>Stripeが計算</translation>
    </message>
    <message>
        <source>Month close {month}, {account}</source>
        <translation>月次締め {month}（{account}）</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>モード</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>基準日</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>タイムゾーン</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>登録番号</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>データ時点</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>Sum of the rows</source>
        <translation>行の合計</translation>
    </message>
    <message>
        <source>Invoiced minus all parts</source>
        <translation>請求額から内訳の合計を引いた額</translation>
    </message>
    <message>
        <source>Date finalized</source>
        <translation>確定日</translation>
    </message>
    <message>
        <source>Date paid</source>
        <translation>支払い日</translation>
    </message>
    <message>
        <source>End of the period</source>
        <translation>期間の終了日</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>請求額</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>回収済み</translation>
    </message>
    <message>
        <source>Paid outside Stripe</source>
        <translation>Stripe外での支払い</translation>
    </message>
    <message>
        <source>Paid from credit balance</source>
        <translation>クレジット残高からの支払い</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>繰り越し</translation>
    </message>
    <message>
        <source>Credited before payment</source>
        <translation>支払い前のクレジットノート</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>無効化</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>貸倒れ</translation>
    </message>
    <message>
        <source>Credited to or collected from the balance</source>
        <translation>残高への追加または残高からの回収</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未払い</translation>
    </message>
    <message>
        <source>The total is not what it was settled by.</source>
        <translation>合計が、決済などの内訳の合計と一致しません。</translation>
    </message>
    <message>
        <source>The total is not its lines, minus discounts, plus tax.</source>
        <translation>合計が、明細から割引を引いて税を加えた金額と一致しません。</translation>
    </message>
    <message>
        <source>What counts as collected is not what its payments add up to.</source>
        <translation>回収済みの金額が、支払いの合計と一致しません。</translation>
    </message>
    <message>
        <source>What counts as credited is not what its credit notes add up to.</source>
        <translation>請求書に記録されたクレジットノートの金額が、クレジットノートの合計と一致しません。</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支払い</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>返金</translation>
    </message>
    <message>
        <source>Disputes and adjustments</source>
        <translation>不審請求の申請と調整</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>手数料</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>純額</translation>
    </message>
    <message>
        <source>Paid out to the bank</source>
        <translation>銀行口座への入金</translation>
    </message>
    <message>
        <source>Change of the balance</source>
        <translation>残高の増減</translation>
    </message>
    <message>
        <source>Payouts, as stated</source>
        <translation>入金額（Stripeの記載）</translation>
    </message>
</context>
<context>
    <name>NewSubscription</name>
    <message>
        <source>New subscription</source>
        <translation>新規サブスクリプション</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Text of the code, or ID of the coupon.</source>
        <translation>コードの文字列、またはクーポンのID。</translation>
    </message>
    <message>
        <source>Promotion code or coupon</source>
        <translation>プロモーションコードまたはクーポン</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支払い</translation>
    </message>
    <message>
        <source>Days until due</source>
        <translation>支払期日までの日数</translation>
    </message>
    <message>
        <source>There is no active plan in this customer&apos;s currency. Create one first.</source>
        <translation>この顧客の通貨で有効なプランがありません。先にプランを作成してください。</translation>
    </message>
    <message>
        <source>{card} (default)</source>
        <translation>{card}（デフォルト）</translation>
    </message>
    <message>
        <source>Payment page that I send to the customer</source>
        <translation>支払いページ（リンクを顧客に送付）</translation>
    </message>
    <message>
        <source>Invoice by email</source>
        <translation>請求書をメールで送信</translation>
    </message>
    <message>
        <source>More: description, metadata</source>
        <translation>その他：説明、メタデータ</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>The subscription starts when the customer has paid on the page.</source>
        <translation>顧客がページで支払うと、サブスクリプションが開始されます。</translation>
    </message>
    <message>
        <source>Stripe emails each invoice; nothing is charged.</source>
        <translation>Stripeが請求書を毎回メールで送信します。自動では請求されません。</translation>
    </message>
    <message>
        <source>Subscribe {name}, charge nothing now</source>
        <translation>{name}のサブスクリプションを作成（今回の請求なし）</translation>
    </message>
    <message>
        <source>Subscribe {name}, charge {amount}</source>
        <translation>{name}のサブスクリプションを作成し、{amount}を請求</translation>
    </message>
    <message>
        <source>The first payment failed. The subscription waits 23 hours for another payment.</source>
        <translation>最初の支払いが失敗しました。サブスクリプションは次の支払いを23時間待ちます。</translation>
    </message>
    <message>
        <source>Subscribed.</source>
        <translation>サブスクリプションを作成しました。</translation>
    </message>
    <message>
        <source>Open subscription</source>
        <translation>サブスクリプションを開く</translation>
    </message>
    <message>
        <source>Days, or the last day as YYYY-MM-DD. Empty: no trial.</source>
        <translation>日数、または最終日（YYYY-MM-DD）。空欄の場合はトライアルなし。</translation>
    </message>
    <message>
        <source>Free trial</source>
        <translation>無料トライアル</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Day of month</source>
        <translation>毎月の請求日</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>タイムゾーン</translation>
    </message>
    <message>
        <source>Whole periods from {local} {zone} = {utc} UTC. {advice}</source>
        <translation>全期間の請求は{local} {zone}（{utc} UTC）から。{advice}</translation>
    </message>
    <message>
        <source>Enter a time such as 09:00.</source>
        <translation>09:00のように時刻を入力してください。</translation>
    </message>
    <message>
        <source>Enter a number of days, or a day such as 2026-12-24.</source>
        <translation>日数、または2026-12-24のような日付を入力してください。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>今すぐ</translation>
    </message>
    <message>
        <source>Free until a day of the month</source>
        <translation>毎月の請求日まで無料</translation>
    </message>
    <message>
        <source>Pay the partial period now, then on a day of the month</source>
        <translation>端数期間を今すぐ支払い、以降は毎月の請求日に支払う</translation>
    </message>
    <message>
        <source>On a day of the month, nothing for the partial period</source>
        <translation>毎月の請求日に支払う（端数期間は請求なし）</translation>
    </message>
    <message>
        <source>A trial until that day; the status is Trial until then.</source>
        <translation>その日までトライアルになります。ステータスもその日まで「トライアル」です。</translation>
    </message>
    <message>
        <source>The time until that day is prorated and billed now.</source>
        <translation>その日までの期間を日割りで計算し、今すぐ請求します。</translation>
    </message>
    <message>
        <source>Active at once; the first bill is on that day.</source>
        <translation>すぐに有効になり、初回の請求はその日に行われます。</translation>
    </message>
    <message>
        <source>Choose a plan.</source>
        <translation>プランを選択してください。</translation>
    </message>
    <message>
        <source>The same plan is listed twice. Change its quantity.</source>
        <translation>同じプランが2回指定されています。数量を変更してください。</translation>
    </message>
    <message>
        <source>This plan is archived. Choose another one.</source>
        <translation>このプランはアーカイブ済みです。別のプランを選択してください。</translation>
    </message>
    <message>
        <source>This plan is not sold in the customer&apos;s currency.</source>
        <translation>このプランは顧客の通貨では販売されていません。</translation>
    </message>
    <message>
        <source>The quantity must be between 0 and 999,999.</source>
        <translation>数量は0〜999,999の範囲で入力してください。</translation>
    </message>
    <message>
        <source>The trial must end in the future.</source>
        <translation>トライアルの終了日は未来の日付にしてください。</translation>
    </message>
    <message>
        <source>A trial can last at most two years.</source>
        <translation>トライアルは最長2年です。</translation>
    </message>
    <message>
        <source>The date must be in the future.</source>
        <translation>未来の日付を入力してください。</translation>
    </message>
    <message>
        <source>Enter 1 to 999 days.</source>
        <translation>1〜999日の範囲で入力してください。</translation>
    </message>
    <message>
        <source>Nothing is due today, so there is nothing to pay on a page. Choose a card, or email.</source>
        <translation>本日の請求がないため、ページで支払うものがありません。カードまたはメールを選択してください。</translation>
    </message>
    <message>
        <source>Only monthly and yearly plans can be aligned to a day of the month.</source>
        <translation>毎月の請求日を指定できるのは、月単位または年単位のプランのみです。</translation>
    </message>
    <message>
        <source>Enter a description for the setup fee.</source>
        <translation>初期費用の説明を入力してください。</translation>
    </message>
    <message>
        <source>The fee can be charged now only if the customer has a card and pays by it.</source>
        <translation>初期費用を今すぐ請求できるのは、顧客にカードがあり、そのカードで支払う場合のみです。</translation>
    </message>
    <message>
        <source>The customer has no card. Send a payment page, or invoice by email.</source>
        <translation>この顧客にはカードがありません。支払いページを送るか、請求書をメールで送信してください。</translation>
    </message>
    <message>
        <source>The customer was deleted.</source>
        <translation>この顧客は削除されています。</translation>
    </message>
    <message>
        <source>There is no such promotion code or coupon.</source>
        <translation>該当するプロモーションコードまたはクーポンはありません。</translation>
    </message>
    <message>
        <source>The promotion code or coupon has expired.</source>
        <translation>プロモーションコードまたはクーポンの有効期限が切れています。</translation>
    </message>
    <message>
        <source>The promotion code or coupon has been used up.</source>
        <translation>プロモーションコードまたはクーポンの利用回数が上限に達しています。</translation>
    </message>
    <message>
        <source>The promotion code is not active.</source>
        <translation>このプロモーションコードは有効ではありません。</translation>
    </message>
    <message>
        <source>The promotion code is for another customer.</source>
        <translation>このプロモーションコードは別の顧客専用です。</translation>
    </message>
    <message>
        <source>The coupon is for another currency.</source>
        <translation>このクーポンは別の通貨用です。</translation>
    </message>
    <message>
        <source>Aligning pays if you ship in batches or have monthly events.</source>
        <translation>請求日をそろえると便利なのは、まとめて発送する場合や毎月イベントがある場合です。</translation>
    </message>
    <message>
        <source>With sign-ups on every day, keep each customer&apos;s own day: it spreads work and failed payments.</source>
        <translation>申し込みが毎日ある場合は、顧客ごとの請求日のままにしてください。作業や支払いの失敗が分散されます。</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Add note…</source>
        <translation>メモを追加…</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>No notes.</source>
        <translation>メモはありません。</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>メモを追加</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Saved in Stripe metadata, so your team can see it. Up to {count} characters.</source>
        <translation>Stripeのメタデータに保存され、チームのメンバーも確認できます。{count}文字まで。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Enter a note.</source>
        <translation>メモを入力してください。</translation>
    </message>
    <message>
        <source>The note is too long ({count} characters).</source>
        <translation>メモが長すぎます（{count}文字）。</translation>
    </message>
    <message>
        <source>Add note to {name}</source>
        <translation>{name}にメモを追加</translation>
    </message>
    <message>
        <source>Note added.</source>
        <translation>メモを追加しました。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>元に戻す…</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Stripe did not respond, so it is unknown whether the change was made. Resume it in Activity; it cannot be made twice.</source>
        <translation>Stripeから応答がなかったため、変更が適用されたかどうか不明です。アクティビティで再開してください。二重に適用されることはありません。</translation>
    </message>
    <message>
        <source>The disk is full, so the local copy is not updated. Free some space and sync resumes automatically. You can still make changes; they are recorded.</source>
        <translation>ディスクの空き容量がないため、ローカルコピーを更新できません。空き容量を増やすと、同期は自動的に再開します。変更は引き続き可能で、記録されます。</translation>
    </message>
    <message>
        <source>Could not reach Stripe. You are seeing the local copy. Check the network and try again.</source>
        <translation>Stripeに接続できません。表示されているのはローカルコピーです。ネットワークを確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Stripe is receiving too many requests from this account. Try again in a minute.</source>
        <translation>このアカウントからStripeへのリクエストが多すぎます。1分後にもう一度お試しください。</translation>
    </message>
    <message>
        <source>This object does not exist in this account and mode. It may have been deleted.</source>
        <translation>このアカウントとモードにこの項目は存在しません。削除された可能性があります。</translation>
    </message>
    <message>
        <source>Stripe no longer has this file. Try again; a new address is read first.</source>
        <translation>このファイルはStripeにもうありません。もう一度お試しください。先に新しいアドレスを取得します。</translation>
    </message>
    <message>
        <source>What Stripe sent is not a PDF that can be shown. Try again later.</source>
        <translation>Stripeから届いたものは、表示できるPDFではありません。後でもう一度お試しください。</translation>
    </message>
    <message>
        <source>Another change to this object is under way in Stripe. Nothing was changed. Try again in a moment.</source>
        <translation>このオブジェクトに対する別の変更がStripeで進行中です。何も変更されていません。しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>Stripe returned an internal error. Try again later.</source>
        <translation>Stripe側でエラーが発生しました。後でもう一度お試しください。</translation>
    </message>
    <message>
        <source>The payment was declined. {why} {advice}</source>
        <translation>支払いが拒否されました。{why}{advice}</translation>
    </message>
    <message>
        <source>This account&apos;s files were written by a newer version of Billing Desk. Open them with that version.</source>
        <translation>このアカウントのファイルは新しいバージョンのBilling Deskで作成されています。そのバージョンで開いてください。</translation>
    </message>
    <message>
        <source>This account&apos;s files cannot be opened. Check that you have permission to read and write them.</source>
        <translation>このアカウントのファイルを開けません。読み取りと書き込みの権限を確認してください。</translation>
    </message>
    <message>
        <source>The limit of {count} changes per hour in Settings was reached. Nothing was sent.</source>
        <translation>設定の上限（1時間に{count}件の変更）に達しました。何も送信していません。</translation>
    </message>
    <message>
        <source>This change exceeds the limit of {limit} per change in Settings. Nothing was sent.</source>
        <translation>設定の上限（1回の変更につき{limit}）を超えています。何も送信していません。</translation>
    </message>
    <message>
        <source>This change exceeds the limit of {limit} per hour in Settings. Nothing was sent.</source>
        <translation>設定の上限（1時間につき{limit}）を超えています。何も送信していません。</translation>
    </message>
    <message>
        <source>The change contains what looks like a card number. Nothing was sent.</source>
        <translation>カード番号と思われる内容が含まれています。何も送信していません。</translation>
    </message>
    <message>
        <source>This invoice is no longer open.</source>
        <translation>この請求書は支払いを受け付けなくなりました。</translation>
    </message>
    <message>
        <source>A payment of this invoice is on its way. Wait for its result.</source>
        <translation>この請求書の支払いは処理中です。結果をお待ちください。</translation>
    </message>
    <message>
        <source>Nothing is left to pay on this invoice.</source>
        <translation>この請求書に未払いの金額はありません。</translation>
    </message>
    <message>
        <source>Metered items have no quantity.</source>
        <translation>従量課金の項目に数量はありません。</translation>
    </message>
    <message>
        <source>Only a payment method attached to a customer can be the default.</source>
        <translation>デフォルトに設定できるのは、顧客に関連付けられた支払い方法だけです。</translation>
    </message>
    <message>
        <source>This customer was deleted in Stripe.</source>
        <translation>この顧客はStripeで削除されています。</translation>
    </message>
    <message>
        <source>This card already belongs to the customer.</source>
        <translation>このカードはすでにこの顧客に関連付けられています。</translation>
    </message>
    <message>
        <source>Test cards do not work in live mode.</source>
        <translation>テストカードは本番環境では使用できません。</translation>
    </message>
    <message>
        <source>The ID must start with tok_, pm_, or src_.</source>
        <translation>IDはtok_、pm_、src_のいずれかで始まる必要があります。</translation>
    </message>
    <message>
        <source>Only a token or a source can replace the default source.</source>
        <translation>デフォルトのソースを置き換えられるのはトークンまたはソースだけです。</translation>
    </message>
    <message>
        <source>Stripe allows up to 50 metadata keys. Remove a note or another key first.</source>
        <translation>Stripeのメタデータキーは50個までです。先にメモまたは別のキーを削除してください。</translation>
    </message>
    <message>
        <source>Another default card was chosen in the meantime and is kept.</source>
        <translation>その間に別のデフォルトのカードが選択されたため、変更しません。</translation>
    </message>
    <message>
        <source>The card was not removed because that would change which card is charged. Review it and remove it yourself if needed.</source>
        <translation>削除すると請求先のカードが変わるため、自動では削除していません。内容を確認し、必要な場合は手動で削除してください。</translation>
    </message>
    <message>
        <source>This note no longer exists.</source>
        <translation>このメモは存在しません。</translation>
    </message>
    <message>
        <source>Prepaid cards are not accepted. See Settings.</source>
        <translation>プリペイドカードは利用できません。設定を確認してください。</translation>
    </message>
    <message>
        <source>This source is single-use and cannot be attached. Charge it without attaching it.</source>
        <translation>このソースは1回限りのため、関連付けできません。関連付けずに請求してください。</translation>
    </message>
    <message>
        <source>This cannot be changed for this type of card.</source>
        <translation>この種類のカードでは変更できません。</translation>
    </message>
    <message>
        <source>This is the only card of a customer with active subscriptions and cannot be removed. Add another card or cancel the subscriptions first.</source>
        <translation>有効なサブスクリプションがある顧客の唯一のカードのため、削除できません。先に別のカードを追加するか、サブスクリプションをキャンセルしてください。</translation>
    </message>
    <message>
        <source>The customer has no card that can be charged. Send a card page first.</source>
        <translation>この顧客には請求できるカードがありません。先にカード登録ページを送ってください。</translation>
    </message>
    <message>
        <source>Stripe does not accept a token together with a customer. Add it as a card first, then charge the card.</source>
        <translation>Stripeでは顧客とトークンを同時に指定できません。先にカードとして追加し、そのカードに請求してください。</translation>
    </message>
    <message>
        <source>This source cannot be charged in its current state.</source>
        <translation>現在の状態では、このソースに請求できません。</translation>
    </message>
    <message>
        <source>This card belongs to another customer.</source>
        <translation>このカードは別の顧客のものです。</translation>
    </message>
    <message>
        <source>A draft has no PDF. Finalize the invoice first.</source>
        <translation>下書きにはPDFがありません。先に請求書を確定してください。</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>期間の終わりが始まりより前です。</translation>
    </message>
    <message>
        <source>Stripe has no data that old for this report.</source>
        <translation>このレポートには、それほど古いデータが Stripe にありません。</translation>
    </message>
    <message>
        <source>Stripe does not have the data up to this day yet.</source>
        <translation>Stripe にはまだこの日までのデータがありません。</translation>
    </message>
    <message>
        <source>Enter a currency code such as JPY.</source>
        <translation>JPY のような通貨コードを入力してください。</translation>
    </message>
    <message>
        <source>Enter the ID of the payout.</source>
        <translation>入金の ID を入力してください。</translation>
    </message>
    <message>
        <source>More than the refundable amount.</source>
        <translation>返金可能額を超えています。</translation>
    </message>
    <message>
        <source>The payment is not authorized any more, or for less.</source>
        <translation>この支払いはもうオーソリされていないか、オーソリの金額が足りません。</translation>
    </message>
    <message>
        <source>Only an address on this computer can be used, such as http://localhost:8420, and only in test mode.</source>
        <translation>使用できるのはこのコンピューター上のアドレス（例：http://localhost:8420）だけで、テスト環境専用です。</translation>
    </message>
    <message>
        <source>Check “{field}”.</source>
        <translation>「{field}」を確認してください。</translation>
    </message>
    <message>
        <source>Stripe rejected “{field}”: {reason}</source>
        <translation>Stripeが「{field}」を拒否しました：{reason}</translation>
    </message>
    <message>
        <source>Stripe rejected the request: {reason}</source>
        <translation>Stripeがリクエストを拒否しました：{reason}</translation>
    </message>
    <message>
        <source>This change was already resolved or discarded. See Activity.</source>
        <translation>この変更はすでに解決または破棄されています。アクティビティを確認してください。</translation>
    </message>
    <message>
        <source>The same change is already in progress or waiting in Activity. Finish that one first.</source>
        <translation>同じ変更が進行中か、アクティビティで待機中です。先にそちらを完了してください。</translation>
    </message>
    <message>
        <source>Someone else is changing the same object. Check it, then try again.</source>
        <translation>他のユーザーが同じ項目を変更中です。確認してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Live mode is view-only. To allow changes, click the mode badge and type the account name.</source>
        <translation>本番環境は閲覧専用です。変更を許可するには、モード表示をクリックしてアカウント名を入力してください。</translation>
    </message>
    <message>
        <source>This change is for another account or mode and was not sent.</source>
        <translation>この変更は別のアカウントまたはモードのものであるため、送信しませんでした。</translation>
    </message>
    <message>
        <source>Stripe has no record of this change, and it is too old to be sent again safely. Discard it and make it again if you still need it.</source>
        <translation>Stripeにこの変更の記録はなく、安全に再送できる期間も過ぎています。破棄し、必要な場合は改めて変更してください。</translation>
    </message>
    <message>
        <source>The preview is too old to be sent: billing would begin on another day. Preview it again.</source>
        <translation>プレビューが古いため送信できません。請求が別の日に始まってしまいます。もう一度プレビューしてください。</translation>
    </message>
    <message>
        <source>The key lacks the permission “{permission}”. Add it in the Stripe Dashboard.</source>
        <translation>キーに権限「{permission}」がありません。Stripeダッシュボードで追加してください。</translation>
    </message>
    <message>
        <source>The key does not have permission to do this. Add the permission in the Stripe Dashboard.</source>
        <translation>このキーにはこの操作の権限がありません。Stripeダッシュボードで権限を追加してください。</translation>
    </message>
    <message>
        <source>This account&apos;s audit log cannot be opened with the key in the keyring. It may be damaged or written with another key. The file was not changed.</source>
        <translation>このアカウントの監査ログは、キーリングにあるキーでは開けません。破損しているか、別のキーで書き込まれた可能性があります。ファイルは変更していません。</translation>
    </message>
    <message>
        <source>The audit log found for this account belongs to another account or mode. The file was not changed. Restore the right file.</source>
        <translation>このアカウントの場所にある監査ログは、別のアカウントまたはモードのものです。ファイルは変更していません。正しいファイルに戻してください。</translation>
    </message>
    <message>
        <source>The key in the keyring is for another mode and was not used. Enter the right key.</source>
        <translation>キーリングにあるキーは別のモードのものであるため、使用しませんでした。正しいキーを入力してください。</translation>
    </message>
    <message>
        <source>This account belongs to a local server, but Settings has no address for it. Nothing was sent. Enter the key again with the address.</source>
        <translation>このアカウントはローカルサーバーのものですが、設定にアドレスがありません。何も送信していません。アドレスとともにキーを入力し直してください。</translation>
    </message>
    <message>
        <source>The file&apos;s address is not one of Stripe&apos;s. Nothing was fetched.</source>
        <translation>ファイルのアドレスがStripeのものではありません。何も取得していません。</translation>
    </message>
    <message>
        <source>The settings contain the address “{address}” for a live key. Live keys are only sent to Stripe, so nothing was sent. Remove the address from {file}, or enter the key again.</source>
        <translation>設定で、本番キーにアドレス「{address}」が指定されています。本番キーはStripeにのみ送信されるため、何も送信していません。{file}からアドレスを削除するか、キーを入力し直してください。</translation>
    </message>
    <message>
        <source>The settings contain the address “{address}” for a Stripe account. Its key is only sent to Stripe, so nothing was sent. Remove the address from {file}, or enter the key again.</source>
        <translation>設定に、Stripeのアカウントの接続先として「{address}」が指定されています。このキーはStripe以外には送信されないため、何も送信していません。{file}からアドレスを削除するか、キーを入力し直してください。</translation>
    </message>
    <message>
        <source>The settings contain the address “{address}”, which is not on this computer, so nothing was sent. Correct it in {file}, or enter the key again.</source>
        <translation>設定のアドレス「{address}」はこのコンピューターのものではないため、何も送信していません。{file}を修正するか、キーを入力し直してください。</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” cannot be used: the address must look like http://proxy.example:8080. Change it under Settings &gt; Network.</source>
        <translation>プロキシ「{proxy}」は使用できません。http://proxy.example:8080のような形式のアドレスを、「設定」&gt;「ネットワーク」で指定してください。</translation>
    </message>
    <message>
        <source>The proxy blocked the connection to Stripe ({reason}). Nothing was sent. Check the proxy under Settings &gt; Network.</source>
        <translation>プロキシがStripeへの接続をブロックしました（{reason}）。何も送信していません。「設定」&gt;「ネットワーク」でプロキシを確認してください。</translation>
    </message>
    <message>
        <source>The certificate file {file} cannot be read, so nothing was sent. Choose a PEM file from your IT department under Settings &gt; Network.</source>
        <translation>証明書ファイル{file}を読み取れないため、何も送信していません。「設定」&gt;「ネットワーク」で、IT部門から提供されたPEMファイルを選択してください。</translation>
    </message>
    <message>
        <source>The certificate of the Stripe server is not trusted ({reason}), so nothing was sent. If your company&apos;s proxy inspects encrypted connections, choose its certificate file under Settings &gt; Network.</source>
        <translation>Stripeのサーバー証明書を信頼できないため（{reason}）、何も送信していません。会社のプロキシが暗号化された接続を検査している場合は、「設定」&gt;「ネットワーク」でその証明書ファイルを選択してください。</translation>
    </message>
    <message>
        <source>This is a publishable key (pk_…). Billing Desk needs a restricted or secret key (rk_… or sk_…).</source>
        <translation>これは公開可能キー（pk_…）です。制限付きキーまたはシークレットキー（rk_…またはsk_…）を入力してください。</translation>
    </message>
    <message>
        <source>This is a webhook signing secret (whsec_…). Billing Desk needs a restricted or secret key.</source>
        <translation>これはWebhookの署名シークレット（whsec_…）です。制限付きキーまたはシークレットキーを入力してください。</translation>
    </message>
    <message>
        <source>This is not a Stripe API key. API keys start with rk_test_, rk_live_, sk_test_, or sk_live_.</source>
        <translation>Stripe APIキーではありません。APIキーはrk_test_、rk_live_、sk_test_、sk_live_のいずれかで始まります。</translation>
    </message>
    <message>
        <source>This is a live key, but a test key is needed here. Nothing was saved.</source>
        <translation>これは本番キーです。ここではテストキーが必要です。何も保存されていません。</translation>
    </message>
    <message>
        <source>This is a test key, but a live key is needed here. Nothing was saved.</source>
        <translation>これはテストキーです。ここでは本番キーが必要です。何も保存されていません。</translation>
    </message>
    <message>
        <source>This key belongs to the other mode in Stripe. Nothing was saved.</source>
        <translation>このキーはStripeでもう一方のモードのものです。何も保存されていません。</translation>
    </message>
    <message>
        <source>This account already has another key for this mode. Nothing was saved.</source>
        <translation>このアカウントには、このモードの別のキーがすでにあります。何も保存されていません。</translation>
    </message>
    <message>
        <source>The server returned the account ID “{id}”, which is not valid. Nothing was saved.</source>
        <translation>サーバーが返したアカウントID「{id}」は有効なIDではありません。何も保存されていません。</translation>
    </message>
    <message>
        <source>This key belongs to another Stripe account. Nothing was saved.</source>
        <translation>このキーは別のStripeアカウントのものです。何も保存されていません。</translation>
    </message>
    <message>
        <source>This key has been revoked or has expired in Stripe. Enter another key.</source>
        <translation>このキーはStripeで無効になっているか、期限が切れています。別のキーを入力してください。</translation>
    </message>
    <message>
        <source>Stripe does not accept this key. Check it in the Stripe Dashboard or enter another key.</source>
        <translation>Stripeはこのキーを受け付けません。Stripeダッシュボードで確認するか、別のキーを入力してください。</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again.</source>
        <translation>キーリングがロックされています。ロックを解除して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>No keyring was found on this computer. On Linux, install and unlock GNOME Keyring or KWallet, or keep keys in memory only.</source>
        <translation>このコンピューターにキーリングが見つかりません。LinuxではGNOME KeyringまたはKWalletをインストールしてロックを解除するか、キーをメモリにのみ保持してください。</translation>
    </message>
    <message>
        <source>The keyring on this computer does not store secrets securely and is not used. Keep keys in memory only.</source>
        <translation>このコンピューターのキーリングは安全に保存できないため、使用しません。キーをメモリにのみ保持してください。</translation>
    </message>
    <message>
        <source>The keyring does not respond. Unlock it, or keep keys in memory only.</source>
        <translation>キーリングが応答しません。ロックを解除するか、キーをメモリにのみ保持してください。</translation>
    </message>
    <message>
        <source>The keyring does not contain this account&apos;s API key. If it is locked, unlock it and try again. Otherwise enter the key again.</source>
        <translation>キーリングに、このアカウントのAPIキーがありません。ロックされている場合は、解除してからもう一度お試しください。それ以外の場合は、キーを入力し直してください。</translation>
    </message>
    <message>
        <source>The keyring contains a different API key than the one entered here. Enter the key again.</source>
        <translation>キーリングにあるAPIキーは、ここで入力されたものと異なります。キーを入力し直してください。</translation>
    </message>
    <message>
        <source>This account&apos;s files are here, but the keyring does not contain their key. It may be locked or replaced: unlock it and try again. The files were not changed.</source>
        <translation>このアカウントのファイルはありますが、キーリングにそのキーがありません。キーリングがロックされているか、置き換えられた可能性があります。ロックを解除してからもう一度お試しください。ファイルは変更していません。</translation>
    </message>
    <message>
        <source>The keyring contains a different key than the one this account&apos;s files were written with. The files were not changed. Try again with the right keyring.</source>
        <translation>キーリングにあるキーは、このアカウントのファイルの書き込みに使われたものと異なります。ファイルは変更していません。正しいキーリングでもう一度お試しください。</translation>
    </message>
    <message>
        <source>The keyring denied access. Repair it, or keep keys in memory only.</source>
        <translation>キーリングへのアクセスが拒否されました。キーリングを修復するか、キーをメモリにのみ保持してください。</translation>
    </message>
</context>
<context>
    <name>Overdue</name>
    <message>
        <source>Pay overdue invoices</source>
        <translation>期限超過の請求書を支払う</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Card set for each invoice</source>
        <translation>請求書ごとに設定されたカード</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>残額</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Overdue invoices</source>
        <translation>期限超過の請求書</translation>
    </message>
    <message>
        <source>Collect {amount} from {name}</source>
        <translation>{name}から{amount}を回収</translation>
    </message>
    <message>
        <source>in progress…</source>
        <translation>処理中…</translation>
    </message>
    <message>
        <source>{name}: {amount} collected, {count} of {total} invoices paid.</source>
        <translation>{name}：{amount}を回収しました（請求書{total}件中{count}件が支払い済み）。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>not attempted</source>
        <translation>未実行</translation>
    </message>
    <message>
        <source>not paid yet: Stripe is collecting the payment</source>
        <translation>未払い（Stripeが回収中）</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>支払い済み</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Not in this list: it does not match the filter.</source>
        <translation>絞り込みの条件に合わないため、この一覧にはありません。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>絞り込みを解除</translation>
    </message>
    <message>
        <source>“{token}” matches nothing: there is no such value.</source>
        <translation>「{token}」に一致するものはありません。この値は存在しません。</translation>
    </message>
    <message>
        <source>This filter is too long. Use fewer or shorter conditions.</source>
        <translation>絞り込みの条件が長すぎます。条件を減らすか、短くしてください。</translation>
    </message>
    <message>
        <source>Cannot read “{token}”. Enter dates as 2026-12-01, amounts as 1200.50, and months as 2027-03.</source>
        <translation>「{token}」を読み取れません。日付は2026-12-01、金額は1200.50、月は2027-03の形式で入力してください。</translation>
    </message>
    <message>
        <source>There is no filter “{token}”; it is searched as text.</source>
        <translation>「{token}」という絞り込みはありません。文字列として検索しています。</translation>
    </message>
    <message>
        <source>Use {filter}</source>
        <translation>{filter} を使用</translation>
    </message>
    <message>
        <source>The key cannot read this. It lacks the permission “{permission}”.</source>
        <translation>このキーでは読み取れません。権限「{permission}」がありません。</translation>
    </message>
    <message>
        <source>No results match this filter.</source>
        <translation>条件に一致する結果はありません。</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID をコピー</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>顧客を開く</translation>
    </message>
    <message>
        <source>Bulk edit…</source>
        <translation>一括編集…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>The first {count} rows were copied. Use Export (Ctrl+E) for all rows.</source>
        <translation>最初の{count}件をコピーしました。すべての行を取得するには、エクスポート（Ctrl+E）を使用してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n件選択</numerusform>
        </translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>ビューを保存</translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation>ショートカットなし</translation>
    </message>
    <message>
        <source>Saves the filter, sort order, and columns.</source>
        <translation>絞り込み、並び順、列を保存します。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Paid</name>
    <message>
        <source>Stripe is collecting the payment. The invoice is not paid yet.</source>
        <translation>Stripe が支払いを処理中です。請求書はまだ支払われていません。</translation>
    </message>
    <message>
        <source>{amount} was charged.</source>
        <translation>{amount} を決済しました。</translation>
    </message>
    <message>
        <source>{amount} was paid from the credit balance.</source>
        <translation>{amount} をクレジット残高から支払いました。</translation>
    </message>
    <message>
        <source>{amount} is below Stripe&apos;s minimum and was carried over to the next invoice.</source>
        <translation>{amount} は Stripe の最低金額を下回るため、次回の請求書に繰り越しました。</translation>
    </message>
    <message>
        <source>{amount} was paid outside Stripe.</source>
        <translation>{amount} は Stripe 外で支払われました。</translation>
    </message>
    <message>
        <source>{amount} was settled by a credit note.</source>
        <translation>{amount} はクレジットノートで精算されました。</translation>
    </message>
    <message>
        <source>A discount of {amount} covered it.</source>
        <translation>{amount} の割引で全額が相殺されました。</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>決済は行われていません。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Name, email, ID, last 4 digits, invoice number, amount, or command</source>
        <translation>名前、メールアドレス、ID、下4桁、請求書番号、金額、またはコマンド</translation>
    </message>
    <message>
        <source>Open {what} {id} ({mode})</source>
        <translation>{what} {id}（{mode}）を開く</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>No results.</source>
        <translation>結果はありません。</translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message>
        <source>Pause {name}</source>
        <translation>{name}を一時停止</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>What happens to invoices</source>
        <translation>請求書の扱い</translation>
    </message>
    <message>
        <source>YYYY-MM-DD. Empty: until somebody resumes it.</source>
        <translation>YYYY-MM-DD形式。空欄の場合は、再開の操作をするまで続きます。</translation>
    </message>
    <message>
        <source>Resume on</source>
        <translation>再開日</translation>
    </message>
    <message>
        <source>Subscription paused.</source>
        <translation>サブスクリプションを一時停止しました。</translation>
    </message>
    <message>
        <source>Pause collection: invoices are voided</source>
        <translation>回収を一時停止：請求書を無効にする</translation>
    </message>
    <message>
        <source>Pause collection: invoices are kept as drafts</source>
        <translation>回収を一時停止：請求書を下書きのままにする</translation>
    </message>
    <message>
        <source>Pause collection: invoices are marked uncollectible</source>
        <translation>回収を一時停止：請求書を回収不能にする</translation>
    </message>
    <message>
        <source>Pause the subscription: no invoices at all</source>
        <translation>サブスクリプションを一時停止：請求書を作成しない</translation>
    </message>
</context>
<context>
    <name>PaymentPage</name>
    <message>
        <source>Nothing is left to pay.</source>
        <translation>残額はありません。</translation>
    </message>
    <message>
        <source>Payment page for the customer</source>
        <translation>顧客用の支払いページ</translation>
    </message>
    <message>
        <source>{amount} for invoice {number}. The customer completes 3D Secure on this page if the bank requires it.</source>
        <translation>請求書{number}の{amount}。カード発行会社が3Dセキュアを要求する場合、顧客はこのページで認証します。</translation>
    </message>
    <message>
        <source>Waiting for the customer…</source>
        <translation>顧客の操作を待っています…</translation>
    </message>
    <message>
        <source>The invoice is no longer open and was not paid.</source>
        <translation>この請求書は支払いを受け付けなくなりました。支払いは行われていません。</translation>
    </message>
    <message>
        <source>Invoice {number} was paid.</source>
        <translation>請求書{number}が支払われました。</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>{amount} failed on {day}: {why} {advice}</source>
        <translation>{day}の{amount}の支払いが失敗しました：{why}{advice}</translation>
    </message>
    <message>
        <source>Stripe retries automatically on {at}.</source>
        <translation>Stripeは{at}に自動で再試行します。</translation>
    </message>
    <message>
        <source>Payment page…</source>
        <translation>支払いページ…</translation>
    </message>
    <message numerus="yes">
        <source>All %n payment(s)</source>
        <translation>
            <numerusform>支払い%n件をすべて表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Payments and refunds</source>
        <translation>支払いと返金</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>返金…</translation>
    </message>
    <message>
        <source>Capture…</source>
        <translation>キャプチャ…</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>No payments.</source>
        <translation>支払いはありません。</translation>
    </message>
    <message>
        <source>Capture payment</source>
        <translation>支払いをキャプチャ</translation>
    </message>
    <message>
        <source>Up to {left}. What is not captured is released.</source>
        <translation>{left} まで。キャプチャしない分は解放されます。</translation>
    </message>
    <message>
        <source>Enter an amount greater than zero, up to the authorized amount.</source>
        <translation>0 より大きく、オーソリ金額以下の金額を入力してください。</translation>
    </message>
    <message>
        <source>Capture {amount}</source>
        <translation>{amount} をキャプチャ</translation>
    </message>
    <message>
        <source>Captured {amount}.</source>
        <translation>{amount} をキャプチャしました。</translation>
    </message>
    <message>
        <source>Release {amount}</source>
        <translation>{amount} のオーソリを取り消す</translation>
    </message>
    <message>
        <source>Released {amount}. Nothing was charged.</source>
        <translation>{amount} のオーソリを取り消しました。請求はありません。</translation>
    </message>
    <message>
        <source>Refund payment</source>
        <translation>支払いを返金</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Up to {left}</source>
        <translation>最大{left}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Enter an amount greater than zero, up to the refundable amount.</source>
        <translation>0より大きく、返金可能額以下の金額を入力してください。</translation>
    </message>
    <message>
        <source>Refund {amount}</source>
        <translation>{amount}を返金</translation>
    </message>
    <message>
        <source>Refunded {amount}.</source>
        <translation>{amount}を返金しました。</translation>
    </message>
</context>
<context>
    <name>Pdf</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>The first {count} of {total} pages</source>
        <translation>{total} ページ中、最初の {count} ページ</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n件一致</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {count} hits</source>
        <translation>最初の {count} 件</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDFを保存</translation>
    </message>
    <message>
        <source>Saved to {file}.</source>
        <translation>{file}に保存しました。</translation>
    </message>
</context>
<context>
    <name>Pdfs</name>
    <message numerus="yes">
        <source>Save %n PDF(s)</source>
        <translation>
            <numerusform>%n件のPDFを保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Files in a folder</source>
        <translation>フォルダー内のファイル</translation>
    </message>
    <message>
        <source>One ZIP file</source>
        <translation>1つのZIPファイル</translation>
    </message>
    <message>
        <source>Made of text and {fields}.</source>
        <translation>テキストと{fields}を組み合わせます。</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>保存形式</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Why it was not saved</source>
        <translation>保存されなかった理由</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>There is no {field}.</source>
        <translation>{field}という項目はありません。</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>名前を入力してください。</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>このフォルダーは存在しません。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>{done} of {total} PDFs saved to {place}.</source>
        <translation>PDF {total}件のうち{done}件を{place}に保存しました。</translation>
    </message>
</context>
<context>
    <name>PickCustomer</name>
    <message>
        <source>For which customer?</source>
        <translation>どの顧客ですか？</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Name, email, or ID</source>
        <translation>名前、メールアドレス、またはID</translation>
    </message>
    <message>
        <source>No customer matches.</source>
        <translation>一致する顧客はいません。</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>Metered</source>
        <translation>従量課金</translation>
    </message>
    <message>
        <source>Licensed</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>アーカイブ済み</translation>
    </message>
    <message>
        <source>What active and past-due subscriptions of this plan bring a month, before discounts and tax: yearly amounts divided by 12, weekly ones times 52 / 12, daily ones times 365 / 12, each rounded half up. In the plan&apos;s own currency; usage does not count.</source>
        <translation>このプランの有効および延滞中のサブスクリプションの1か月あたりの金額（割引と税を適用する前）です。年額は12で割り、週額は52 / 12倍、日額は365 / 12倍にし、それぞれ四捨五入します。プランの通貨で表示し、使用量は含みません。</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>料金</translation>
    </message>
    <message>
        <source>Billing period</source>
        <translation>請求期間</translation>
    </message>
    <message>
        <source>Usage type</source>
        <translation>利用タイプ</translation>
    </message>
    <message>
        <source>Monthly revenue</source>
        <translation>月間収益</translation>
    </message>
    <message>
        <source>Pricing</source>
        <translation>料金体系</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>メーター</translation>
    </message>
    <message>
        <source>Trial days</source>
        <translation>トライアル日数</translation>
    </message>
    <message>
        <source>Tax behavior</source>
        <translation>税の取り扱い</translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation>契約者数</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Select a plan to see its product and subscribers.</source>
        <translation>プランを選択すると、商品と契約者が表示されます。</translation>
    </message>
    <message>
        <source>Archive {name}</source>
        <translation>{name}をアーカイブ</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>{name}を復元</translation>
    </message>
    <message>
        <source>Plan archived.</source>
        <translation>プランをアーカイブしました。</translation>
    </message>
    <message>
        <source>Plan restored.</source>
        <translation>プランを復元しました。</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>アーカイブ…</translation>
    </message>
    <message>
        <source>New subscription…</source>
        <translation>新規サブスクリプション…</translation>
    </message>
    <message>
        <source>An archived plan accepts no new subscriptions.</source>
        <translation>アーカイブ済みのプランでは、新しいサブスクリプションを作成できません。</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>複製…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>復元…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Stripe cannot delete prices. Archive it instead.</source>
        <translation>Stripeでは料金を削除できません。代わりにアーカイブしてください。</translation>
    </message>
    <message>
        <source>Delete {name} permanently</source>
        <translation>{name}を削除（取り消せません）</translation>
    </message>
    <message>
        <source>Plan deleted.</source>
        <translation>プランを削除しました。</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>トライアル</translation>
    </message>
    <message>
        <source>Other currencies</source>
        <translation>その他の通貨</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n日</numerusform>
        </translation>
    </message>
    <message>
        <source>Statement descriptor</source>
        <translation>明細書表記</translation>
    </message>
    <message>
        <source>Lookup key</source>
        <translation>検索キー</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>Stripe has not sent the tiers.</source>
        <translation>Stripeから段階の情報が届いていません。</translation>
    </message>
    <message>
        <source>Other prices of this product</source>
        <translation>この商品のその他の料金</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message numerus="yes">
        <source>All %n subscription(s)</source>
        <translation>
            <numerusform>%n件のサブスクリプションをすべて表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>No subscribers.</source>
        <translation>契約者はいません。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>No plans yet. Create the first one with New.</source>
        <translation>プランはまだありません。「新規」で最初のプランを作成できます。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>New plan, coupon, or promotion code</source>
        <translation>新しいプラン、クーポン、またはプロモーションコード</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>新規プラン…</translation>
    </message>
    <message>
        <source>Coupons and promotion codes…</source>
        <translation>クーポンとプロモーションコード…</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name}を編集</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Amount, currency, billing period, and usage type can never be changed. Duplicate the plan instead.</source>
        <translation>金額、通貨、請求期間、利用タイプは変更できません。代わりにプランを複製してください。</translation>
    </message>
    <message>
        <source>Move the key here if another price has it</source>
        <translation>別の料金が使用中の場合、キーをこちらに移す</translation>
    </message>
    <message>
        <source>It was set once and cannot be changed any more.</source>
        <translation>一度設定されているため、変更できません。</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Plan name</source>
        <translation>プラン名</translation>
    </message>
    <message>
        <source>Update {name}</source>
        <translation>{name}を更新</translation>
    </message>
    <message>
        <source>Plan updated.</source>
        <translation>プランを更新しました。</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新規プラン</translation>
    </message>
    <message>
        <source>Price, with a lookup key</source>
        <translation>料金（検索キーを使用）</translation>
    </message>
    <message>
        <source>Plan, with an ID of its own</source>
        <translation>プラン（独自のIDを使用）</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新規商品</translation>
    </message>
    <message>
        <source>Licensed: by quantity</source>
        <translation>ライセンス：数量に基づく</translation>
    </message>
    <message>
        <source>Metered: {meter}</source>
        <translation>従量課金：{meter}</translation>
    </message>
    <message>
        <source>On the customer&apos;s card statement, up to 22 characters.</source>
        <translation>顧客のカード明細書に表示されます。22文字まで。</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>Create as</source>
        <translation>作成形式</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>利用タイプ</translation>
    </message>
    <message>
        <source>Plan ID</source>
        <translation>プランID</translation>
    </message>
    <message>
        <source>For example basic-monthly. It can never be changed.</source>
        <translation>例：basic-monthly。後で変更できません。</translation>
    </message>
    <message>
        <source>Optional. It can be moved to another price later.</source>
        <translation>任意。後で別の料金に移すことができます。</translation>
    </message>
    <message>
        <source>{interval}; Stripe accepts at most {limit}.</source>
        <translation>{interval}。Stripeの上限は{limit}です。</translation>
    </message>
    <message>
        <source>Create {name}</source>
        <translation>{name}を作成</translation>
    </message>
    <message>
        <source>Create plan</source>
        <translation>プランを作成</translation>
    </message>
    <message>
        <source>Plan created.</source>
        <translation>プランを作成しました。</translation>
    </message>
    <message>
        <source>Add currency</source>
        <translation>通貨を追加</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Remove currency</source>
        <translation>通貨を削除</translation>
    </message>
    <message>
        <source>Round up to whole packages</source>
        <translation>パッケージ単位に切り上げ</translation>
    </message>
    <message>
        <source>Round down to whole packages</source>
        <translation>パッケージ単位に切り捨て</translation>
    </message>
    <message>
        <source>Units in a package</source>
        <translation>1パッケージの単位数</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>端数処理</translation>
    </message>
    <message>
        <source>Calculator: units</source>
        <translation>計算：単位数</translation>
    </message>
    <message>
        <source>{count} units cost {amount}</source>
        <translation>{count}単位で{amount}</translation>
    </message>
    <message>
        <source>Enter an ID, such as basic-monthly.</source>
        <translation>basic-monthlyのようにIDを入力してください。</translation>
    </message>
    <message>
        <source>Use letters, digits, hyphens, underscores, and periods.</source>
        <translation>英数字、ハイフン、アンダースコア、ピリオドを使用してください。</translation>
    </message>
    <message>
        <source>Use up to 40 characters.</source>
        <translation>40文字以内で入力してください。</translation>
    </message>
    <message>
        <source>Use up to 200 characters.</source>
        <translation>200文字以内で入力してください。</translation>
    </message>
    <message>
        <source>There is a plan with this ID already.</source>
        <translation>このIDのプランはすでにあります。</translation>
    </message>
    <message>
        <source>Another price has this key. Check the box to move it here.</source>
        <translation>このキーは別の料金で使用されています。こちらに移すには、チェックボックスをオンにしてください。</translation>
    </message>
    <message>
        <source>Enter the product&apos;s name.</source>
        <translation>商品名を入力してください。</translation>
    </message>
    <message>
        <source>Enter a price. It can be 0.</source>
        <translation>料金を入力してください。0も入力できます。</translation>
    </message>
    <message>
        <source>A package has at least 2 units.</source>
        <translation>1パッケージは2単位以上にしてください。</translation>
    </message>
    <message>
        <source>The price has an amount in this currency already.</source>
        <translation>この料金には、この通貨の金額がすでにあります。</translation>
    </message>
    <message>
        <source>Stripe accepts at most {limit}.</source>
        <translation>Stripeの上限は{limit}です。</translation>
    </message>
    <message>
        <source>Use up to 22 characters.</source>
        <translation>22文字以内で入力してください。</translation>
    </message>
    <message>
        <source>These characters are not allowed: &lt; &gt; \ &quot; &apos;</source>
        <translation>次の文字は使用できません：&lt; &gt; \ &quot; &apos;</translation>
    </message>
    <message>
        <source>Use at least one Latin letter. Stripe removes all other scripts.</source>
        <translation>ラテン文字を1文字以上使用してください。他の文字はStripeによって削除されます。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n customer(s) already use this email, for example {name}.</source>
        <translation>
            <numerusform>このメールアドレスはすでに%n件の顧客（{name}など）が使用しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Invoices and receipts will be sent to the new address.</source>
        <translation>今後の請求書と領収書は新しいアドレスに送信されます。</translation>
    </message>
    <message>
        <source>Stripe cannot send invoices or receipts without an email.</source>
        <translation>メールアドレスがないと、Stripeは請求書や領収書を送信できません。</translation>
    </message>
    <message>
        <source>Someone changed this in Stripe after you opened it. Their changes are kept.</source>
        <translation>開いた後に、他のユーザーがStripeで変更しました。その変更は保持されます。</translation>
    </message>
    <message>
        <source>This was changed again in the meantime. Undo still resets the fields below.</source>
        <translation>その後さらに変更されています。元に戻すと、以下の項目は以前の値になります。</translation>
    </message>
    <message>
        <source>{done} of {count} steps are already done. Only the remaining steps are sent.</source>
        <translation>{count}ステップのうち{done}ステップは完了しています。残りのステップだけを送信します。</translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) have their own card and keep it.</source>
        <translation>
            <numerusform>%n件のサブスクリプションには別のカードが設定されており、変わりません。</numerusform>
        </translation>
    </message>
    <message>
        <source>This customer has no default card. Stripe will probably reject the charge.</source>
        <translation>この顧客にはデフォルトのカードがないため、Stripeに拒否される可能性があります。</translation>
    </message>
    <message>
        <source>The card is prepaid, which your settings do not accept.</source>
        <translation>このカードはプリペイドで、設定により利用できません。</translation>
    </message>
    <message>
        <source>Stripe does not know this card&apos;s funding type. Review the card afterward.</source>
        <translation>このカードのカード種別はStripeで不明です。後で確認してください。</translation>
    </message>
    <message>
        <source>Stripe detaches the current default source {card} when it is replaced.</source>
        <translation>置き換えると、現在のデフォルトのソース{card}はStripeによって関連付けが解除されます。</translation>
    </message>
    <message>
        <source>The customer&apos;s default payment method takes precedence over sources and is still used first.</source>
        <translation>顧客のデフォルトの支払い方法はソースより優先されるため、引き続き先に使用されます。</translation>
    </message>
    <message>
        <source>The source is consumed and can never be used again.</source>
        <translation>ソースは使用済みになり、二度と使用できません。</translation>
    </message>
    <message>
        <source>A removed card can never be attached again.</source>
        <translation>削除したカードを再び関連付けることはできません。</translation>
    </message>
    <message>
        <source>This is the default source. Stripe chooses another source instead, which is shown afterward.</source>
        <translation>これはデフォルトのソースです。Stripeが別のソースを選択し、結果は後で表示されます。</translation>
    </message>
    <message>
        <source>This is the default card. Without it, there is no default card and invoice payments fail.</source>
        <translation>これはデフォルトのカードです。削除するとデフォルトのカードがなくなり、請求書の支払いが失敗します。</translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) use this card directly and fall back to the default.</source>
        <translation>
            <numerusform>%n件のサブスクリプションにこのカードが直接設定されており、今後はデフォルトのカードが使用されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>This key has no access to the Radar block list. Block the card in the Stripe Dashboard.</source>
        <translation>このキーではRadarのブロックリストにアクセスできません。Stripeダッシュボードでカードをブロックしてください。</translation>
    </message>
    <message>
        <source>The card is already on the Radar block list.</source>
        <translation>カードはすでにRadarのブロックリストにあります。</translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) are canceled immediately.</source>
        <translation>
            <numerusform>%n件のサブスクリプションが直ちにキャンセルされます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are removed permanently.</source>
        <translation>
            <numerusform>%n枚のカードが削除されます（取り消せません）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open invoice(s) are no longer collected.</source>
        <translation>
            <numerusform>%n件の未払い請求書は回収されなくなります。</numerusform>
        </translation>
    </message>
    <message>
        <source>The credit balance of {amount} is lost.</source>
        <translation>{amount}のクレジット残高は失われます。</translation>
    </message>
    <message>
        <source>The same amount was already paid on {at}.</source>
        <translation>同じ金額が{at}にすでに支払われています。</translation>
    </message>
    <message>
        <source>Could not check whether the same amount was already paid.</source>
        <translation>同じ金額がすでに支払われているかどうかを確認できませんでした。</translation>
    </message>
    <message>
        <source>This source can be charged once. The charge consumes it.</source>
        <translation>このソースに請求できるのは1回だけです。請求後は使用済みになります。</translation>
    </message>
    <message>
        <source>This source is not attached to a customer, so this charge consumes it.</source>
        <translation>このソースは顧客に関連付けられていないため、この請求で使用済みになります。</translation>
    </message>
    <message>
        <source>Refunding as fraudulent adds the card and the email to the Stripe block lists.</source>
        <translation>不正利用として返金すると、カードとメールアドレスがStripeのブロックリストに追加されます。</translation>
    </message>
    <message>
        <source>The payment is disputed. Stripe may reject the refund.</source>
        <translation>この支払いには不審請求が申請されています。Stripeが返金を拒否することがあります。</translation>
    </message>
    <message>
        <source>The subscription is canceled on {at}. Nothing is billed after that.</source>
        <translation>サブスクリプションは{at}にキャンセルされます。その後は請求されません。</translation>
    </message>
    <message>
        <source>The subscription continues and is next billed on {at}.</source>
        <translation>サブスクリプションは継続し、次回の請求日は{at}です。</translation>
    </message>
    <message>
        <source>Invoices are created but voided immediately. Nothing is collected until collection resumes.</source>
        <translation>請求書は作成されますが、直ちに無効になります。回収を再開するまで支払いは回収されません。</translation>
    </message>
    <message>
        <source>Future invoices are collected again.</source>
        <translation>今後の請求書の回収を再開します。</translation>
    </message>
    <message>
        <source>The prorated difference for the rest of this period is added to the next invoice.</source>
        <translation>現在の期間の残りについて、日割りの差額が次回の請求書に追加されます。</translation>
    </message>
    <message>
        <source>Future invoices are charged to this card.</source>
        <translation>今後の請求書はこのカードに請求されます。</translation>
    </message>
    <message numerus="yes">
        <source>No new subscriptions. %n existing subscription(s) continue.</source>
        <translation>
            <numerusform>新規のサブスクリプションは作成できなくなります。既存の%n件は継続します。</numerusform>
        </translation>
    </message>
    <message>
        <source>{card} is charged immediately.</source>
        <translation>{card}に直ちに請求します。</translation>
    </message>
    <message>
        <source>The automatic retry on {at} is canceled.</source>
        <translation>{at}の自動再試行はキャンセルされます。</translation>
    </message>
    <message>
        <source>The invoice can never be collected or reopened.</source>
        <translation>この請求書を回収したり、未払いに戻したりすることはできなくなります。</translation>
    </message>
    <message>
        <source>As the first source, it becomes the default.</source>
        <translation>最初のソースのため、デフォルトになります。</translation>
    </message>
    <message>
        <source>Stripe immediately retries the latest open invoice of each past-due subscription.</source>
        <translation>Stripeは延滞中の各サブスクリプションの最新の未払い請求書を直ちに再試行します。</translation>
    </message>
    <message>
        <source>The bank does not verify this. If something is wrong, the next payment fails.</source>
        <translation>カード発行会社による確認は行われません。誤りがあると次回の支払いで失敗します。</translation>
    </message>
    <message>
        <source>The link is valid for 24 hours. The card number stays on Stripe&apos;s page.</source>
        <translation>リンクの有効期間は24時間です。カード番号はStripeのページだけで扱われます。</translation>
    </message>
    <message>
        <source>When the card is added, Billing Desk sets it as the default if Billing Desk is open and changes are allowed.</source>
        <translation>カードが追加されると、Billing Deskが開いていて変更が許可されている場合に、デフォルトに設定します。</translation>
    </message>
    <message>
        <source>The link expires in a few minutes.</source>
        <translation>リンクは数分で期限切れになります。</translation>
    </message>
    <message>
        <source>The customer pays what the credit balance does not cover on the payment page.</source>
        <translation>クレジット残高で不足する分を、顧客が支払いページで支払います。</translation>
    </message>
    <message>
        <source>The portal sets the new card as the default automatically.</source>
        <translation>入力されたカードはポータルによって自動的にデフォルトに設定されます。</translation>
    </message>
    <message>
        <source>{amount} is paid from the customer&apos;s credit balance.</source>
        <translation>{amount} を顧客のクレジット残高から支払います。</translation>
    </message>
    <message>
        <source>The customer&apos;s unpaid balance of {amount} is added to this invoice.</source>
        <translation>顧客の未収額 {amount} がこの請求書に加算されます。</translation>
    </message>
    <message>
        <source>{amount} is below Stripe&apos;s minimum: it is not charged now, but carried over to the next invoice.</source>
        <translation>{amount} は Stripe の最低金額を下回るため今回は請求されず、次回の請求書に繰り越されます。</translation>
    </message>
    <message>
        <source>The approval is saved in Stripe with the card&apos;s fingerprint, so it applies to every copy of the same card and your team can see it.</source>
        <translation>承認はカードのフィンガープリントとともにStripeに保存されます。同じカードであればすべてに適用され、チームのメンバーも確認できます。</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) from this card are refunded.</source>
        <translation>
            <numerusform>このカードからの支払い%n件を返金します。</numerusform>
        </translation>
    </message>
    <message>
        <source>The credit is applied to upcoming invoices before a card is charged.</source>
        <translation>クレジットは、カードに請求する前に、次回以降の請求書に適用されます。</translation>
    </message>
    <message>
        <source>The debit is added to the next invoice.</source>
        <translation>デビットは次回の請求書に追加されます。</translation>
    </message>
    <message>
        <source>{name} remains a customer. Nothing else changes.</source>
        <translation>{name}は顧客として残ります。その他の内容は変更されません。</translation>
    </message>
    <message>
        <source>The amount is refunded to {card}. This takes the bank 5 to 10 days.</source>
        <translation>{card}に返金されます。カード発行会社での処理に5〜10日かかります。</translation>
    </message>
    <message>
        <source>{amount} more was authorized; it is released.</source>
        <translation>残りの {amount} のオーソリは解放されます。</translation>
    </message>
    <message>
        <source>The hold of {amount} on {card} is released. Nothing is charged, and it cannot be captured later.</source>
        <translation>{card} の {amount} のオーソリが取り消されます。請求は行われず、後からキャプチャすることはできません。</translation>
    </message>
    <message>
        <source>If the account emails receipts, one is sent to {email}.</source>
        <translation>領収書のメール送信が有効な場合は、{email}に送信されます。</translation>
    </message>
    <message numerus="yes">
        <source>By email, due in %n day(s)</source>
        <translation>
            <numerusform>メールで送信（支払期限は%n日後）</numerusform>
        </translation>
    </message>
    <message>
        <source>By email, due on {day}</source>
        <translation>メールで送信（支払期日は{day}）</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Void invoices</source>
        <translation>請求書を無効にする</translation>
    </message>
    <message>
        <source>Keep invoices as drafts</source>
        <translation>請求書を下書きのままにする</translation>
    </message>
    <message>
        <source>Mark invoices uncollectible</source>
        <translation>請求書を回収不能にする</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>クラシック</translation>
    </message>
    <message>
        <source>Flexible</source>
        <translation>フレキシブル</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>チケット</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Type {word} to confirm</source>
        <translation>確認のため{word}と入力</translation>
    </message>
    <message>
        <source>Show request</source>
        <translation>リクエストを表示</translation>
    </message>
    <message>
        <source>Request format</source>
        <translation>リクエストの形式</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>FINAL</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>This was changed in Stripe in the meantime. There is nothing left to do.</source>
        <translation>その間にStripeで変更されたため、行う変更はありません。</translation>
    </message>
    <message>
        <source>This was changed in Stripe in the meantime. Check the preview again before it is sent.</source>
        <translation>その間にStripeで変更されました。送信する前に、もう一度プレビューを確認してください。</translation>
    </message>
    <message>
        <source>Hide request</source>
        <translation>リクエストを非表示</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Next invoice, {day}</source>
        <translation>次回の請求書（{day}）</translation>
    </message>
    <message>
        <source>Next invoice</source>
        <translation>次回の請求書</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>今回の請求額</translation>
    </message>
    <message>
        <source>Refunded now</source>
        <translation>今回の返金額</translation>
    </message>
    <message>
        <source>Each period after that</source>
        <translation>以降の各期間</translation>
    </message>
    <message>
        <source>When</source>
        <translation>請求時期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>料金</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>No limits</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>Redeem by</source>
        <translation>引き換え期限</translation>
    </message>
    <message>
        <source>Redemptions at most</source>
        <translation>引き換え回数の上限</translation>
    </message>
    <message>
        <source>What is created</source>
        <translation>作成する内容</translation>
    </message>
    <message>
        <source>The customer already has a subscription of {name}.</source>
        <translation>この顧客にはすでに{name}のサブスクリプションがあります。</translation>
    </message>
    <message>
        <source>At this time of day Stripe&apos;s day in UTC is another one: in short months the bill is a day off. Choose a day up to the 27th, or a later time.</source>
        <translation>この時刻ではStripeのUTCでの日付が異なるため、日数の少ない月は請求日が1日ずれます。27日までの日、またはより遅い時刻を選択してください。</translation>
    </message>
    <message>
        <source>{amount} of pending invoice items is billed with the first invoice too.</source>
        <translation>保留中の請求書アイテム{amount}も最初の請求書で請求されます。</translation>
    </message>
    <message>
        <source>Stripe&apos;s preview counts the partial period from a month of another length. The amount charged now can differ by a few percent.</source>
        <translation>Stripeのプレビューでは、端数の期間が日数の異なる月をもとに計算されます。今回請求される金額は数パーセント異なることがあります。</translation>
    </message>
    <message>
        <source>Amount, currency, billing period, and usage type can never be changed later.</source>
        <translation>金額、通貨、請求期間、利用タイプは後で変更できません。</translation>
    </message>
    <message>
        <source>This cannot be taken back.</source>
        <translation>この操作は取り消せません。</translation>
    </message>
    <message>
        <source>Each bill is charged to the card automatically.</source>
        <translation>毎回の請求はカードに自動で請求されます。</translation>
    </message>
    <message>
        <source>Nothing is charged now. The subscription starts when the customer has paid on Stripe&apos;s page, which also saves the card. The page is valid for 23 hours.</source>
        <translation>今は何も請求されません。顧客がStripeのページで支払うとサブスクリプションが開始し、カードも保存されます。ページの有効期間は23時間です。</translation>
    </message>
    <message numerus="yes">
        <source>Stripe emails each invoice, due in %n day(s). Nothing is charged.</source>
        <translation>
            <numerusform>Stripeが毎回の請求書をメールで送信します（支払期限は%n日後）。自動では請求されません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The setup fee of {amount} is charged now, as a payment of its own.</source>
        <translation>初期費用{amount}は、単独の支払いとして今すぐ請求されます。</translation>
    </message>
    <message>
        <source>The setup fee of {amount} is invoiced and paid now, on an invoice of the subscription.</source>
        <translation>初期費用{amount}は、サブスクリプションの請求書で今すぐ請求され、支払われます。</translation>
    </message>
    <message>
        <source>The setup fee of {amount} is added to the next bill.</source>
        <translation>初期費用{amount}は、次回の請求に追加されます。</translation>
    </message>
    <message>
        <source>The subscription is canceled immediately and cannot be started again.</source>
        <translation>サブスクリプションは直ちにキャンセルされ、再開できません。</translation>
    </message>
    <message>
        <source>About {amount} for the unused time is credited to the customer&apos;s balance.</source>
        <translation>未使用期間分の約{amount}が顧客の残高に追加されます。</translation>
    </message>
    <message>
        <source>Invoices are created and kept as drafts. Nothing is collected until collection resumes.</source>
        <translation>請求書は作成されますが、下書きのままになります。回収を再開するまで支払いは回収されません。</translation>
    </message>
    <message>
        <source>Invoices are created and marked uncollectible. Nothing is collected until collection resumes.</source>
        <translation>請求書は作成されますが、回収不能になります。回収を再開するまで支払いは回収されません。</translation>
    </message>
    <message>
        <source>No invoices are created until it is resumed. Time that was paid for is not credited.</source>
        <translation>再開するまで請求書は作成されません。支払い済みの期間分はクレジットされません。</translation>
    </message>
    <message>
        <source>Usage until now is put on the customer&apos;s next invoice.</source>
        <translation>現在までの使用量は、顧客の次の請求書に追加されます。</translation>
    </message>
    <message>
        <source>The period in which it ends is billed only until that date.</source>
        <translation>終了する期間は、その日までの分だけ請求されます。</translation>
    </message>
    <message>
        <source>{amount} of payment {charge} is refunded.</source>
        <translation>支払い{charge}のうち{amount}が返金されます。</translation>
    </message>
    <message>
        <source>A last invoice with pending items and usage is created; {amount} of it is due now.</source>
        <translation>保留中のアイテムと使用量を含む最後の請求書が作成され、そのうち{amount}が今すぐ請求されます。</translation>
    </message>
    <message>
        <source>It replaces the change that was planned before.</source>
        <translation>以前に予定されていた変更と置き換わります。</translation>
    </message>
    <message>
        <source>A new billing cycle begins now, and its first period is billed.</source>
        <translation>新しい請求サイクルが今すぐ始まり、最初の期間が請求されます。</translation>
    </message>
    <message>
        <source>The trial ends now, and the first period is billed.</source>
        <translation>トライアルが今すぐ終了し、最初の期間が請求されます。</translation>
    </message>
    <message>
        <source>Nothing is billed until {at}. The billing cycle starts then.</source>
        <translation>{at}までは何も請求されません。請求サイクルはその時点で始まります。</translation>
    </message>
    <message>
        <source>Nothing changes until {at}. The change can be canceled before that.</source>
        <translation>{at}までは何も変更されません。それまでは変更を取り消すことができます。</translation>
    </message>
    <message>
        <source>The planned changes are dropped.</source>
        <translation>予定した変更は破棄されます。</translation>
    </message>
    <message>
        <source>The change applies from the next invoice on.</source>
        <translation>変更は次回の請求書から適用されます。</translation>
    </message>
    <message>
        <source>Prorations and cancellations follow Stripe&apos;s flexible billing. This cannot be taken back.</source>
        <translation>日割り計算とキャンセルの処理は、Stripeのフレキシブル請求に従います。この操作は取り消せません。</translation>
    </message>
    <message>
        <source>The lookup key is taken from the price that has it now.</source>
        <translation>検索キーは、現在使用している料金からこちらに移されます。</translation>
    </message>
    <message>
        <source>The code cannot be redeemed any more. Given discounts continue.</source>
        <translation>このコードは使用できなくなります。適用済みの割引は継続します。</translation>
    </message>
    <message>
        <source>The code can be redeemed again.</source>
        <translation>このコードは再び使用できるようになります。</translation>
    </message>
    <message>
        <source>Nobody can redeem the coupon any more. Given discounts continue.</source>
        <translation>このクーポンは誰も使用できなくなります。適用済みの割引は継続します。</translation>
    </message>
    <message>
        <source>{amount} is credited to the customer&apos;s balance.</source>
        <translation>{amount}が顧客の残高に追加されます。</translation>
    </message>
    <message>
        <source>Stripe charges {amount} automatically within about an hour.</source>
        <translation>約1時間以内にStripeが{amount}を自動的に請求します。</translation>
    </message>
    <message>
        <source>Stripe emails the invoice over {amount} to the customer.</source>
        <translation>Stripeが{amount}の請求書を顧客にメールで送信します。</translation>
    </message>
    <message>
        <source>{amount} is open then. Stripe neither charges it nor emails the invoice by itself.</source>
        <translation>{amount}が未払いになります。Stripeは自動では請求もメール送信も行いません。</translation>
    </message>
    <message>
        <source>{amount} is written off. Stripe stops collecting; it can still be paid, credited, or voided.</source>
        <translation>{amount}を償却します。Stripeは回収を停止しますが、支払い、クレジットノートの発行、無効化は可能です。</translation>
    </message>
    <message>
        <source>{amount} is recorded as paid outside Stripe. Nothing is charged, and it cannot be taken back.</source>
        <translation>{amount}をStripe外での支払いとして記録します。請求は行われず、取り消せません。</translation>
    </message>
    <message>
        <source>{amount} of credit goes back to the customer&apos;s balance.</source>
        <translation>クレジット{amount}が顧客の残高に戻ります。</translation>
    </message>
    <message>
        <source>{amount} that was carried over is owed again.</source>
        <translation>繰り越された{amount}が再び未払いになります。</translation>
    </message>
    <message>
        <source>The remaining amount falls by {amount}.</source>
        <translation>未払い額が{amount}減ります。</translation>
    </message>
    <message>
        <source>{amount} is refunded to the payment method that paid the invoice.</source>
        <translation>請求書の支払いに使われた支払い方法に{amount}が返金されます。</translation>
    </message>
    <message>
        <source>{amount} is recorded as given back outside Stripe.</source>
        <translation>{amount}をStripe外で返金したものとして記録します。</translation>
    </message>
    <message>
        <source>A draft is created. Nothing is charged or emailed before it is finalized.</source>
        <translation>下書きが作成されます。確定するまで、請求もメール送信も行われません。</translation>
    </message>
    <message>
        <source>Stripe calculates the tax of the draft.</source>
        <translation>下書きの税はStripeが計算します。</translation>
    </message>
    <message>
        <source>The customer&apos;s pending items are put on it.</source>
        <translation>顧客の保留中のアイテムがこの請求書に追加されます。</translation>
    </message>
    <message>
        <source>Stripe emails the invoice over {amount} to {email}.</source>
        <translation>Stripeが{amount}の請求書を{email}にメールで送信します。</translation>
    </message>
    <message>
        <source>In test mode Stripe sends no email to {email}. The invoice over {amount} is only marked as sent.</source>
        <translation>テスト環境では、Stripeは{email}にメールを送信しません。{amount}の請求書は送信済みとして記録されるだけです。</translation>
    </message>
    <message>
        <source>A draft with the same lines is created. Check it, then finalize it.</source>
        <translation>同じ明細の下書きが作成されます。確認してから確定してください。</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>{amount} per unit used, {every}</source>
        <translation>使用1単位あたり{amount}、{every}</translation>
    </message>
    <message>
        <source>Graduated tiers</source>
        <translation>段階制（累進）</translation>
    </message>
    <message>
        <source>Volume tiers</source>
        <translation>段階制（ボリューム）</translation>
    </message>
    <message>
        <source>Tiered</source>
        <translation>段階制</translation>
    </message>
    <message>
        <source>Amount not known in {currency}</source>
        <translation>{currency}の金額は不明</translation>
    </message>
    <message>
        <source>{amount} per {count} units</source>
        <translation>{count}単位あたり{amount}</translation>
    </message>
    <message>
        <source>{amount} flat</source>
        <translation>定額{amount}</translation>
    </message>
    <message>
        <source>{amount} per unit</source>
        <translation>1単位あたり{amount}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>無料</translation>
    </message>
    <message>
        <source>{first} and more</source>
        <translation>{first}以上</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}〜{last}</translation>
    </message>
    <message>
        <source>Per unit</source>
        <translation>単位あたり</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>パッケージ</translation>
    </message>
    <message>
        <source>Graduated</source>
        <translation>段階制（累進）</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>段階制（ボリューム）</translation>
    </message>
    <message>
        <source>Inclusive</source>
        <translation>内税</translation>
    </message>
    <message>
        <source>Exclusive</source>
        <translation>外税</translation>
    </message>
    <message>
        <source>Unspecified</source>
        <translation>未指定</translation>
    </message>
</context>
<context>
    <name>Rejected</name>
    <message>
        <source>Rejected usage</source>
        <translation>拒否された使用量</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>メーター</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最終</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>識別子</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Time of the usage</source>
        <translation>使用日時</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>File and row</source>
        <translation>ファイルと行</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Correct and send…</source>
        <translation>修正して送信…</translation>
    </message>
    <message>
        <source>New meter…</source>
        <translation>メーターを作成…</translation>
    </message>
    <message>
        <source>None has this event name</source>
        <translation>該当するメーターなし</translation>
    </message>
    <message>
        <source>Stripe rejected no usage in the last 30 days.</source>
        <translation>過去30日間に拒否された使用量はありません。</translation>
    </message>
    <message numerus="yes">
        <source>Stripe names {named} of %n event(s). Code: {code}.</source>
        <translation>
            <numerusform>%n件のうち{named}件がStripeから示されています。コード: {code}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent from here</source>
        <translation>ここからの送信ではない</translation>
    </message>
    <message>
        <source>{file}, row {row}</source>
        <translation>{file}、{row}行目</translation>
    </message>
    <message>
        <source>No active meter has the event name {name}.</source>
        <translation>イベント名{name}の有効なメーターがありません。</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Unexpected error</source>
        <translation>予期しないエラー</translation>
    </message>
    <message>
        <source>An unexpected error occurred. Billing Desk keeps running. Your input is still in the window, and every change in progress is kept in Activity. The text below contains no keys, card numbers, or email addresses.</source>
        <translation>予期しないエラーが発生しましたが、Billing Deskは引き続き使用できます。入力内容はウィンドウに残っており、進行中の変更はすべてアクティビティに保存されています。以下のテキストに、キー、カード番号、メールアドレスは含まれていません。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Stripe reports</source>
        <translation>Stripe レポート</translation>
    </message>
    <message>
        <source>Run report</source>
        <translation>レポートを実行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>A day such as 2026-12-24, or a month such as 2026-12.</source>
        <translation>2026-12-24 のような日、または 2026-12 のような月。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>To and including</source>
        <translation>終了（当日を含む）</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Empty: all.</source>
        <translation>空欄：すべて。</translation>
    </message>
    <message>
        <source>Payout ID</source>
        <translation>入金 ID</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始日時</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>Report runs</source>
        <translation>レポートの実行</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>ダウンロード…</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>再利用</translation>
    </message>
    <message>
        <source>No report was run yet. Stripe keeps the runs, and they are listed here.</source>
        <translation>まだレポートは実行されていません。実行結果は Stripe に保存され、ここに表示されます。</translation>
    </message>
    <message>
        <source>Stripe has the data from {start} to {end}.</source>
        <translation>Stripe には {start} から {end} までのデータがあります。</translation>
    </message>
    <message>
        <source>Enter a day or a month.</source>
        <translation>日または月を入力してください。</translation>
    </message>
    <message>
        <source>Report started. It is listed here until it can be downloaded.</source>
        <translation>レポートを開始しました。ダウンロードできるようになるまで、ここに表示されます。</translation>
    </message>
    <message>
        <source>Download report</source>
        <translation>レポートのダウンロード</translation>
    </message>
    <message>
        <source>Downloading… {size}</source>
        <translation>ダウンロード中… {size}</translation>
    </message>
    <message>
        <source>Report saved to {place}, {size}.</source>
        <translation>レポートを {place} に保存しました（{size}）。</translation>
    </message>
    <message>
        <source>Ready, {size}</source>
        <translation>準備完了、{size}</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} kB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
</context>
<context>
    <name>Revenue</name>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>No recurring revenue yet</source>
        <translation>継続的な収益はまだありません</translation>
    </message>
    <message numerus="yes">
        <source>{amount} monthly revenue · %n paying subscription(s)</source>
        <translation>
            <numerusform>月間収益{amount} · 有料サブスクリプション%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes by month: {list}</source>
        <translation>月ごとの変化：{list}</translation>
    </message>
    <message>
        <source>Hide chart</source>
        <translation>グラフを非表示</translation>
    </message>
    <message>
        <source>Show chart</source>
        <translation>グラフを表示</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Contraction</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>解約</translation>
    </message>
    <message numerus="yes">
        <source>{month} {part}: {amount}, %n subscription(s)</source>
        <translation>
            <numerusform>{month} {part}：{amount}、サブスクリプション%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Monthly recurring revenue: what active and past-due subscriptions bring a month, before discounts and tax and without usage; yearly amounts are divided by 12. New: paid nothing at the beginning of the month. Expansion and contraction: pay more or less at its end. Churn: pay nothing at its end. The four add up to the month&apos;s change. A change of amount counts from when this program saw it; earlier ones are not known.</source>
        <translation>月間経常収益：有効および延滞中のサブスクリプションの1か月あたりの金額です（割引と税を適用する前、使用量を除く）。年額は12で割ります。新規：月初の支払いがなかったもの。拡大と縮小：月末の金額が月初より増えた、または減ったもの。解約：月末の支払いがないもの。4つの合計がその月の変化になります。金額の変更は、このプログラムが確認した時点から集計します。それ以前の変更はわかりません。</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Marks and notes are saved in the invoices&apos; metadata at Stripe at once, each without a preview. Your team sees them, customers do not. No money moves.</source>
        <translation>マークとメモは、それぞれプレビューなしで、直ちにStripeの請求書のメタデータに保存されます。チームのメンバーには表示されますが、顧客には表示されません。お金は動きません。</translation>
    </message>
    <message>
        <source>Review invoices</source>
        <translation>請求書の確認</translation>
    </message>
    <message>
        <source>Start reviewing</source>
        <translation>確認を開始</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>メモ…</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認状況</translation>
    </message>
    <message>
        <source>Muted for this customer: {check}</source>
        <translation>この顧客ではミュート中：{check}</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>ミュート</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>チェックを再開</translation>
    </message>
    <message>
        <source>Mute this check for the customer</source>
        <translation>この顧客ではこのチェックをミュート</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>{name}のメモ</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>メモを保存</translation>
    </message>
    <message>
        <source>Saved in Stripe metadata, so your team can see it. Up to {count} characters.</source>
        <translation>Stripeのメタデータに保存され、チームのメンバーも確認できます。{count}文字まで。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>The note is too long ({count} characters).</source>
        <translation>メモが長すぎます（{count}文字）。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Takes effect after a restart.</source>
        <translation>再起動後に反映されます。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>タイムゾーン</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Notifications, webhooks, and sign-ups</source>
        <translation>通知、Webhook、サインアップ</translation>
    </message>
    <message>
        <source>Fiscal year begins in</source>
        <translation>会計年度の開始月</translation>
    </message>
    <message>
        <source>Recorded with every change you make.</source>
        <translation>すべての変更とともに記録されます。</translation>
    </message>
    <message>
        <source>Your name in the audit log</source>
        <translation>監査ログに表示する名前</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全設定</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>ロックしない</translation>
    </message>
    <message>
        <source>Also save reason and ticket in Stripe metadata</source>
        <translation>理由とチケットをStripeのメタデータにも保存する</translation>
    </message>
    <message>
        <source>Reject and remove automatically when changes are allowed</source>
        <translation>拒否：変更が許可されているときに自動で削除</translation>
    </message>
    <message>
        <source>Reject and notify; an operator removes the card</source>
        <translation>拒否：通知し、担当者が削除</translation>
    </message>
    <message>
        <source>Review by an operator</source>
        <translation>担当者が確認</translation>
    </message>
    <message>
        <source>For example JPY 500000, USD 5000. Other currencies: 10,000, or 1,000,000 for zero-decimal currencies.</source>
        <translation>例：JPY 500000, USD 5000。その他の通貨は10,000（小数のない通貨は1,000,000）。</translation>
    </message>
    <message>
        <source>Maximum amount per change</source>
        <translation>1回の変更の上限額</translation>
    </message>
    <message>
        <source>Other currencies: 50,000, or 5,000,000 for zero-decimal currencies.</source>
        <translation>その他の通貨は50,000（小数のない通貨は5,000,000）。</translation>
    </message>
    <message>
        <source>Maximum amount per hour</source>
        <translation>1時間の上限額</translation>
    </message>
    <message>
        <source>Lock after inactivity</source>
        <translation>自動ロックまでの時間</translation>
    </message>
    <message>
        <source>Allow changes in live mode for</source>
        <translation>本番の変更許可時間</translation>
    </message>
    <message>
        <source>Maximum changes per hour</source>
        <translation>1時間の変更件数</translation>
    </message>
    <message>
        <source>Prepaid cards</source>
        <translation>プリペイドカード</translation>
    </message>
    <message>
        <source>Enter amounts such as JPY 500000.</source>
        <translation>JPY 500000のように入力してください。</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>プロキシなし</translation>
    </message>
    <message>
        <source>Custom proxy</source>
        <translation>プロキシを指定</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>プロキシのアドレス</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>システムのデフォルト</translation>
    </message>
    <message>
        <source>For example http://proxy.example:8080. Used only for Stripe, never for addresses on this computer.</source>
        <translation>例：http://proxy.example:8080。Stripeへの接続にのみ使用し、このコンピューターのアドレスには使用しません。</translation>
    </message>
    <message>
        <source>A PEM file, in addition to the system&apos;s certificates. Only needed if your company inspects connections.</source>
        <translation>システムの証明書に加えて使用するPEMファイル。会社が接続を検査している場合にのみ必要です。</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>証明書ファイル</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation>証明書ファイルを選択</translation>
    </message>
    <message>
        <source>Enter an address such as http://proxy.example:8080.</source>
        <translation>http://proxy.example:8080のようなアドレスを入力してください。</translation>
    </message>
    <message>
        <source>This file cannot be read or contains no PEM certificates.</source>
        <translation>このファイルを読み取れないか、PEM形式の証明書が含まれていません。</translation>
    </message>
    <message>
        <source>Notify on the desktop when something needs attention and no window is in front</source>
        <translation>要対応の項目があり、ウィンドウが前面にないときにデスクトップに通知する</translation>
    </message>
    <message>
        <source>Receive webhooks that the Stripe CLI forwards to this desk</source>
        <translation>Stripe CLI が転送する Webhook を受信する</translation>
    </message>
    <message>
        <source>In the chosen time zone. Notifications name no customer and no amount.</source>
        <translation>選択したタイムゾーンの時刻です。通知に顧客名や金額は表示されません。</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>通知停止の開始</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>通知停止の終了</translation>
    </message>
    <message>
        <source>Its address is shown in Activity → Webhooks. Other computers cannot reach it.</source>
        <translation>アドレスは「アクティビティ → Webhook」に表示されます。他のコンピューターからは接続できません。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Needs the extra “cognito”. This computer&apos;s own AWS credentials are used.</source>
        <translation>追加機能「cognito」が必要です。このコンピューターの AWS 認証情報を使用します。</translation>
    </message>
    <message>
        <source>User pool of AWS Cognito, for sign-ups</source>
        <translation>サインアップ用の AWS Cognito ユーザープール</translation>
    </message>
    <message>
        <source>Or a CSV file of users, for a pool out of reach.</source>
        <translation>または、接続できないプールのユーザーの CSV ファイル。</translation>
    </message>
    <message>
        <source>File of users</source>
        <translation>ユーザーのファイル</translation>
    </message>
    <message>
        <source>Enter the pool&apos;s ID, such as ap-northeast-1_AbCdEfGhI.</source>
        <translation>ap-northeast-1_AbCdEfGhI のようなプール ID を入力してください。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
    <message>
        <source>Opens this object in Billing Desk</source>
        <translation>このオブジェクトをBilling Deskで開きます</translation>
    </message>
    <message>
        <source>Stripe Dashboard</source>
        <translation>Stripeダッシュボード</translation>
    </message>
    <message>
        <source>Open in Stripe Dashboard</source>
        <translation>Stripeダッシュボードで開く</translation>
    </message>
    <message>
        <source>Stripe has more entries than are shown here.</source>
        <translation>Stripeには、ここに表示されているものより多くの項目があります。</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>その他の操作</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Next or previous row</source>
        <translation>次の行／前の行</translation>
    </message>
    <message>
        <source>Select or deselect the row</source>
        <translation>行を選択／選択解除</translation>
    </message>
    <message>
        <source>Go to details</source>
        <translation>詳細に移動</translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation>選択した行をテキストでコピー</translation>
    </message>
    <message>
        <source>Press the primary button of a dialog</source>
        <translation>ダイアログの主ボタンを押す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>SignUps</name>
    <message>
        <source>Sign-ups…</source>
        <translation>サインアップ…</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) have an email that other customers have too.</source>
        <translation>
            <numerusform>%n 人のユーザーのメールアドレスは、ほかの顧客にも使われています。</numerusform>
        </translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Customers with this email</source>
        <translation>同じメールアドレスの顧客</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Sign-ups</source>
        <translation>サインアップ</translation>
    </message>
    <message>
        <source>Users of {source}</source>
        <translation>{source} のユーザー</translation>
    </message>
    <message>
        <source>Search users</source>
        <translation>ユーザーを検索</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Without customer</source>
        <translation>顧客なし</translation>
    </message>
    <message>
        <source>Without user</source>
        <translation>ユーザーなし</translation>
    </message>
    <message>
        <source>Mismatches</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>不一致の内容</translation>
    </message>
    <message>
        <source>In the directory</source>
        <translation>ディレクトリの値</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>顧客を開く</translation>
    </message>
    <message>
        <source>Write IDs to the directory…</source>
        <translation>ID をディレクトリに書き込む…</translation>
    </message>
    <message>
        <source>Create customers…</source>
        <translation>顧客を作成…</translation>
    </message>
    <message>
        <source>{count} users read…</source>
        <translation>{count} 人のユーザーを読み込みました…</translation>
    </message>
    <message>
        <source>{count} IDs written…</source>
        <translation>{count} 件の ID を書き込みました…</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) now name their customer.</source>
        <translation>
            <numerusform>%n 人のユーザーに顧客 ID を書き込みました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not written: {reasons}.</source>
        <translation>書き込めませんでした：{reasons}。</translation>
    </message>
    <message numerus="yes">
        <source>Create %n customer(s)</source>
        <translation>
            <numerusform>%n 件の顧客を作成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) will be created. No money moves.</source>
        <translation>
            <numerusform>%n 件の顧客が作成されます。資金の移動はありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>has a customer already</source>
        <translation>すでに顧客あり</translation>
    </message>
    <message>
        <source>AWS refused to list the users of this pool: {reason}.</source>
        <translation>AWS がこのプールのユーザー一覧を拒否しました：{reason}。</translation>
    </message>
    <message>
        <source>The file of users is larger than 50 MB.</source>
        <translation>ユーザーのファイルが 50 MB を超えています。</translation>
    </message>
    <message>
        <source>The file of users is not a CSV in UTF-8.</source>
        <translation>ユーザーのファイルは UTF-8 の CSV ではありません。</translation>
    </message>
    <message>
        <source>The file needs the columns email, and sub or username.</source>
        <translation>ファイルには email と、sub または username の列が必要です。</translation>
    </message>
    <message>
        <source>The file of users cannot be read.</source>
        <translation>ユーザーのファイルを読み込めません。</translation>
    </message>
    <message>
        <source>Install the extra “cognito” (boto3) to read user pools.</source>
        <translation>ユーザープールを読み込むには、追加機能「cognito」（boto3）をインストールしてください。</translation>
    </message>
    <message>
        <source>{users} users read, {left} of them not confirmed.</source>
        <translation>{users} 人のユーザーを読み込みました（うち未確認 {left} 人）。</translation>
    </message>
    <message>
        <source>The emails differ</source>
        <translation>メールアドレスが異なる</translation>
    </message>
    <message>
        <source>The directory names another customer</source>
        <translation>ディレクトリに別の顧客が記録されている</translation>
    </message>
    <message>
        <source>The customer&apos;s ID is not in the directory</source>
        <translation>顧客 ID がディレクトリにない</translation>
    </message>
    <message>
        <source>The directory names a customer that does not exist</source>
        <translation>ディレクトリに存在しない顧客が記録されている</translation>
    </message>
    <message>
        <source>the pool has no attribute custom:customerId</source>
        <translation>プールに custom:customerId 属性がない</translation>
    </message>
    <message>
        <source>custom:customerId was created as immutable</source>
        <translation>custom:customerId が変更不可として作成された</translation>
    </message>
    <message>
        <source>these credentials may not write user attributes</source>
        <translation>この認証情報ではユーザー属性を書き込めない</translation>
    </message>
    <message>
        <source>the user was deleted</source>
        <translation>ユーザーが削除された</translation>
    </message>
    <message>
        <source>AWS did not write it</source>
        <translation>AWS が書き込まなかった</translation>
    </message>
    <message>
        <source>Create customer for user</source>
        <translation>ユーザーの顧客を作成</translation>
    </message>
</context>
<context>
    <name>Subscriptions</name>
    <message>
        <source>No card</source>
        <translation>カードなし</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Amount per period</source>
        <translation>期間ごとの金額</translation>
    </message>
    <message>
        <source>Billing period</source>
        <translation>請求期間</translation>
    </message>
    <message>
        <source>Monthly revenue</source>
        <translation>月間収益</translation>
    </message>
    <message>
        <source>Next invoice</source>
        <translation>次回の請求日</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Overdue since</source>
        <translation>期限超過の開始日</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>Next retry</source>
        <translation>次回の再試行</translation>
    </message>
    <message>
        <source>Last decline</source>
        <translation>直近の拒否</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>連絡済み</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>終了予定日</translation>
    </message>
    <message>
        <source>Trial ends</source>
        <translation>トライアル終了日</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Select a subscription to see its items, periods, and invoices.</source>
        <translation>サブスクリプションを選択すると、内訳、期間、請求書が表示されます。</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Collection resumes</source>
        <translation>回収再開日</translation>
    </message>
    <message>
        <source>Billing method</source>
        <translation>請求方法</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>支払い方法</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Lifecycle: {state}</source>
        <translation>ライフサイクル：{state}</translation>
    </message>
    <message>
        <source>Changes to {plan} on {day}.</source>
        <translation>{day}に{plan}へ変更されます。</translation>
    </message>
    <message>
        <source>A subscription schedule manages this subscription.</source>
        <translation>このサブスクリプションは、サブスクリプションスケジュールで管理されています。</translation>
    </message>
    <message>
        <source>A change waits for its payment until {day}.</source>
        <translation>変更は{day}まで支払い待ちです。</translation>
    </message>
    <message>
        <source>{amount} is overdue. A late payment does not move the billing cycle.</source>
        <translation>{amount}が期限を超過しています。支払いが遅れても、請求サイクルは変わりません。</translation>
    </message>
    <message numerus="yes">
        <source>Send invoice, due in %n day(s)</source>
        <translation>
            <numerusform>請求書を送信（支払期限は%n日後）</numerusform>
        </translation>
    </message>
    <message>
        <source>Charge automatically</source>
        <translation>自動請求</translation>
    </message>
    <message>
        <source>The customer&apos;s default</source>
        <translation>顧客のデフォルト</translation>
    </message>
    <message>
        <source>Billing cycle anchor</source>
        <translation>請求期間の基準日</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>内訳</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>No items.</source>
        <translation>内訳はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n discount(s) apply.</source>
        <translation>
            <numerusform>%n件の割引が適用されています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Scheduled changes</source>
        <translation>予定した変更</translation>
    </message>
    <message numerus="yes">
        <source>All %n invoice(s)</source>
        <translation>
            <numerusform>請求書%n件をすべて表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>No invoices.</source>
        <translation>請求書はありません。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>延滞</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未払い（停止）</translation>
    </message>
    <message>
        <source>Trials ending</source>
        <translation>トライアル終了間近</translation>
    </message>
    <message>
        <source>Canceling</source>
        <translation>キャンセル予定</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Renewing today</source>
        <translation>本日更新</translation>
    </message>
    <message>
        <source>On archived prices</source>
        <translation>アーカイブ済みの料金</translation>
    </message>
    <message>
        <source>Two of one product</source>
        <translation>同じ商品が重複</translation>
    </message>
    <message>
        <source>No subscriptions yet. Press S on a customer to create one.</source>
        <translation>サブスクリプションはまだありません。顧客を選択してSキーを押すと作成できます。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>New subscription</source>
        <translation>新規サブスクリプション</translation>
    </message>
    <message>
        <source>Cancel {name} at period end</source>
        <translation>{name}を期間終了時にキャンセル</translation>
    </message>
    <message>
        <source>Collect…</source>
        <translation>回収…</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>再開…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Trial…</source>
        <translation>トライアル…</translation>
    </message>
    <message>
        <source>Discount…</source>
        <translation>割引…</translation>
    </message>
    <message>
        <source>Setup fee…</source>
        <translation>初期費用…</translation>
    </message>
    <message>
        <source>Payment method…</source>
        <translation>支払い方法…</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>一時停止…</translation>
    </message>
    <message>
        <source>Cancel planned change…</source>
        <translation>予定した変更を取り消し…</translation>
    </message>
    <message>
        <source>Flexible billing…</source>
        <translation>フレキシブル請求…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>キャンセル…</translation>
    </message>
    <message>
        <source>This customer was deleted, or is not in the local copy yet.</source>
        <translation>この顧客は削除されたか、ローカルコピーにまだありません。</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>アーカイブ済み</translation>
    </message>
    <message>
        <source>Don&apos;t cancel {name}</source>
        <translation>{name}をキャンセルしない</translation>
    </message>
    <message>
        <source>Resume {name}</source>
        <translation>{name}を再開</translation>
    </message>
    <message>
        <source>Resumed.</source>
        <translation>再開しました。</translation>
    </message>
    <message>
        <source>Cancel planned change of {name}</source>
        <translation>{name}の予定した変更を取り消し</translation>
    </message>
    <message>
        <source>The planned change was canceled.</source>
        <translation>予定した変更を取り消しました。</translation>
    </message>
    <message>
        <source>Change {name} to flexible billing</source>
        <translation>{name}をフレキシブル請求に変更</translation>
    </message>
    <message>
        <source>Billing mode changed.</source>
        <translation>請求モードを変更しました。</translation>
    </message>
    <message>
        <source>The subscription will not be canceled.</source>
        <translation>サブスクリプションはキャンセルされません。</translation>
    </message>
    <message>
        <source>Pause collection of {name}</source>
        <translation>{name}の回収を一時停止</translation>
    </message>
    <message>
        <source>Collection paused.</source>
        <translation>回収を一時停止しました。</translation>
    </message>
    <message>
        <source>Don&apos;t cancel…</source>
        <translation>キャンセルしない…</translation>
    </message>
    <message>
        <source>Resume collection…</source>
        <translation>回収を再開…</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Test clock</source>
        <translation>テストクロック</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>列をリセット</translation>
    </message>
</context>
<context>
    <name>TaxIds</name>
    <message>
        <source>Tax IDs</source>
        <translation>納税者番号</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>One per line: the Stripe type and the number, such as jp_cn 1234567891234.</source>
        <translation>1行に1件：Stripeの種別と番号（例：jp_cn 1234567891234）。</translation>
    </message>
    <message>
        <source>“{line}” is not a tax ID. Enter a type and a number, such as eu_vat DE123456789.</source>
        <translation>「{line}」は納税者番号の形式ではありません。種別と番号を入力してください（例：eu_vat DE123456789）。</translation>
    </message>
    <message>
        <source>Update tax IDs of {name}</source>
        <translation>{name}の納税者番号を更新</translation>
    </message>
    <message>
        <source>Tax IDs updated.</source>
        <translation>納税者番号を更新しました。</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
</context>
<context>
    <name>Tiers</name>
    <message>
        <source>Up to</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Per unit</source>
        <translation>単位あたり</translation>
    </message>
    <message>
        <source>Flat fee</source>
        <translation>定額料金</translation>
    </message>
    <message>
        <source>Remove tier</source>
        <translation>段階を削除</translation>
    </message>
    <message>
        <source>Last unit of the tier (empty: no end) · price per unit · flat fee</source>
        <translation>段階の最後の単位（空欄：上限なし） · 単位あたりの料金 · 定額料金</translation>
    </message>
    <message>
        <source>Add tier</source>
        <translation>段階を追加</translation>
    </message>
    <message>
        <source>The end of a tier must be a whole number.</source>
        <translation>段階の上限は整数で入力してください。</translation>
    </message>
    <message>
        <source>Enter at least one tier.</source>
        <translation>段階を1つ以上入力してください。</translation>
    </message>
    <message>
        <source>Use up to 100 tiers.</source>
        <translation>段階は100個以内にしてください。</translation>
    </message>
    <message>
        <source>Each tier must end after the one before it.</source>
        <translation>各段階の上限は、前の段階より大きくしてください。</translation>
    </message>
    <message>
        <source>The last tier has no end, and all others have one.</source>
        <translation>最後の段階には上限を設定せず、他のすべての段階に上限を設定してください。</translation>
    </message>
    <message>
        <source>Each tier needs a price per unit or a flat fee. It can be 0.</source>
        <translation>各段階には、単位あたりの料金または定額料金が必要です。0も入力できます。</translation>
    </message>
</context>
<context>
    <name>TimeTravel</name>
    <message>
        <source>Advance time</source>
        <translation>時間を進める</translation>
    </message>
    <message>
        <source>Time in the practice account</source>
        <translation>練習用アカウントの時刻</translation>
    </message>
    <message>
        <source>Subscriptions renew, invoices are sent and paid, and cards are declined and retried as they would be on these days. Time cannot go back: to start over, quit and open the practice account again.</source>
        <translation>サブスクリプションの更新、請求書の送信と支払い、カードの拒否と再試行が、その日数分だけ実際と同じように行われます。時刻は戻せません。最初からやり直すには、終了してから練習用アカウントを開き直してください。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1日</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1週間</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1か月</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1年</translation>
    </message>
    <message>
        <source>The time is now {now} and will be {then}.</source>
        <translation>現在の時刻は{now}、進めた後は{then}です。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>No activity yet.</source>
        <translation>アクティビティはまだありません。</translation>
    </message>
    <message>
        <source>{what}: {state}</source>
        <translation>{what}：{state}</translation>
    </message>
    <message>
        <source>Payment failed: {why}</source>
        <translation>支払い失敗：{why}</translation>
    </message>
    <message>
        <source>Customer created</source>
        <translation>顧客を作成</translation>
    </message>
    <message>
        <source>Invoice {number}</source>
        <translation>請求書{number}</translation>
    </message>
    <message>
        <source>Renewal invoice {number}</source>
        <translation>更新請求書{number}</translation>
    </message>
    <message>
        <source>Invoice {number} voided</source>
        <translation>請求書{number}：無効</translation>
    </message>
    <message>
        <source>Invoice {number} uncollectible</source>
        <translation>請求書{number}：回収不能</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払い済み</translation>
    </message>
    <message>
        <source>Payment processing</source>
        <translation>支払いの処理中</translation>
    </message>
    <message>
        <source>Payment authorized, not captured</source>
        <translation>支払いのオーソリ済み (未キャプチャー)</translation>
    </message>
    <message>
        <source>Authorization released</source>
        <translation>オーソリ解放済み</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>返金済み</translation>
    </message>
    <message>
        <source>Subscription created</source>
        <translation>サブスクリプションを作成</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Subscription ended</source>
        <translation>サブスクリプションが終了</translation>
    </message>
    <message>
        <source>Balance: {number}</source>
        <translation>残高：{number}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>アカウントなし</translation>
    </message>
    <message>
        <source>view only</source>
        <translation>閲覧専用</translation>
    </message>
    <message>
        <source>The key cannot read:</source>
        <translation>このキーで読み取れない項目：</translation>
    </message>
    <message>
        <source>Stripe refused to send {what}: {why}</source>
        <translation>Stripeが{what}の送信を拒否しました: {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) could not be read and were skipped.</source>
        <translation>
            <numerusform>%n件を読み取れなかったため、スキップしました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for a decision.</source>
        <translation>
            <numerusform>%n 件の変更が判断を待っています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need attention.</source>
        <translation>
            <numerusform>%n 件が要対応です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts and keys…</source>
        <translation>アカウントとキー…</translation>
    </message>
    <message>
        <source>Partly up to date as of {time}</source>
        <translation>一部のみ最新（{time}時点）</translation>
    </message>
    <message>
        <source>Up to date as of {time}</source>
        <translation>最新（{time}時点）</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Offline, as of {time}</source>
        <translation>オフライン（{time}時点）</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Request refused, as of {time}</source>
        <translation>リクエスト拒否（{time}時点）</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>リクエスト拒否</translation>
    </message>
    <message>
        <source>Key not accepted</source>
        <translation>キーが無効です</translation>
    </message>
    <message>
        <source>Disk full, as of {time}</source>
        <translation>空き容量不足（{time}時点）</translation>
    </message>
    <message>
        <source>Paused, as of {time}</source>
        <translation>一時停止中（{time}時点）</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>残額</translation>
    </message>
    <message>
        <source>Monthly revenue</source>
        <translation>月間収益</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>クレジット</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>未収額</translation>
    </message>
    <message numerus="yes">
        <source>%n statuses</source>
        <translation>
            <numerusform>%n 種類のステータス</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Trial of {name}</source>
        <translation>{name}のトライアル</translation>
    </message>
    <message>
        <source>Extend until</source>
        <translation>終了日を延長</translation>
    </message>
    <message>
        <source>Start until</source>
        <translation>終了日を指定して開始</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>今すぐ終了</translation>
    </message>
    <message>
        <source>The last free day as YYYY-MM-DD.</source>
        <translation>無料で利用できる最後の日（YYYY-MM-DD形式）。</translation>
    </message>
    <message>
        <source>Free until</source>
        <translation>無料期間の最終日</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更内容</translation>
    </message>
    <message>
        <source>Without a card when it ends</source>
        <translation>終了時にカードがない場合</translation>
    </message>
    <message>
        <source>End trial of {name}</source>
        <translation>{name}のトライアルを終了</translation>
    </message>
    <message>
        <source>Set trial of {name}</source>
        <translation>{name}のトライアルを設定</translation>
    </message>
    <message>
        <source>Trial ended.</source>
        <translation>トライアルを終了しました。</translation>
    </message>
    <message>
        <source>Trial changed.</source>
        <translation>トライアルを変更しました。</translation>
    </message>
    <message>
        <source>Create an invoice, which becomes past due</source>
        <translation>請求書を作成（延滞になります）</translation>
    </message>
    <message>
        <source>Cancel the subscription</source>
        <translation>サブスクリプションをキャンセル</translation>
    </message>
    <message>
        <source>Pause the subscription</source>
        <translation>サブスクリプションを一時停止</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo: {what}</source>
        <translation>元に戻す：{what}</translation>
    </message>
    <message>
        <source>Change undone.</source>
        <translation>変更を元に戻しました。</translation>
    </message>
    <message>
        <source>Continue: {what}</source>
        <translation>続行：{what}</translation>
    </message>
    <message>
        <source>The remaining steps are done.</source>
        <translation>残りのステップを完了しました。</translation>
    </message>
</context>
<context>
    <name>Upcoming</name>
    <message>
        <source>Upcoming invoice</source>
        <translation>次回の請求書</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>The subscription has no upcoming invoice.</source>
        <translation>このサブスクリプションに次回の請求書はありません。</translation>
    </message>
    <message>
        <source>{amount} is due about {moment}, unless the subscription changes before.</source>
        <translation>{moment} 頃に {amount} が請求されます（それまでにサブスクリプションが変更されない場合）。</translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>Meter</source>
        <translation>メーター</translation>
    </message>
    <message>
        <source>Event name</source>
        <translation>イベント名</translation>
    </message>
    <message>
        <source>Aggregation</source>
        <translation>集計</translation>
    </message>
    <message>
        <source>Errors (24 h)</source>
        <translation>エラー (24時間)</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>No usage for 7 days</source>
        <translation>7日間使用なし</translation>
    </message>
    <message>
        <source>Errors (30 days)</source>
        <translation>エラー（30日）</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>最後のエラー</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>New meter</source>
        <translation>新しいメーター</translation>
    </message>
    <message>
        <source>Only the name can be changed later.</source>
        <translation>後から変更できるのは名前だけです。</translation>
    </message>
    <message>
        <source>Every event counts</source>
        <translation>すべてのイベントを集計</translation>
    </message>
    <message>
        <source>One event an hour: the latest</source>
        <translation>1時間に1件（最新のもの）</translation>
    </message>
    <message>
        <source>One event a day: the latest</source>
        <translation>1日に1件（最新のもの）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>The name that events are sent with, such as api_calls.</source>
        <translation>api_calls のような、イベント送信時の名前。</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Where an event names the customer&apos;s ID.</source>
        <translation>イベント内で顧客の ID を示す場所。</translation>
    </message>
    <message>
        <source>Customer key</source>
        <translation>顧客キー</translation>
    </message>
    <message>
        <source>Value key</source>
        <translation>値キー</translation>
    </message>
    <message>
        <source>Create meter {name}</source>
        <translation>メーター {name} を作成</translation>
    </message>
    <message>
        <source>Meter created. Add a metered price on it in the Plans tab.</source>
        <translation>メーターを作成しました。プランタブで従量課金の料金を追加してください。</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>{name} の名前を変更</translation>
    </message>
    <message>
        <source>Rename meter</source>
        <translation>メーターの名前を変更</translation>
    </message>
    <message>
        <source>Meter renamed.</source>
        <translation>メーターの名前を変更しました。</translation>
    </message>
    <message>
        <source>Select a meter to see its usage.</source>
        <translation>メーターを選択すると使用量が表示されます。</translation>
    </message>
    <message>
        <source>Rejected usage</source>
        <translation>拒否された使用量</translation>
    </message>
    <message>
        <source>No errors in the last 30 days.</source>
        <translation>過去30日間のエラーはありません。</translation>
    </message>
    <message>
        <source>Event {event} · {aggregation} · customer in {customer}, value in {value}</source>
        <translation>イベント {event} · {aggregation} · 顧客は {customer}、値は {value}</translation>
    </message>
    <message>
        <source>Usage sent from here</source>
        <translation>ここから送信した使用量</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>By</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Cancel event…</source>
        <translation>イベントをキャンセル…</translation>
    </message>
    <message>
        <source>Send the negative value…</source>
        <translation>負の値を送信…</translation>
    </message>
    <message>
        <source>Nothing was sent from here yet.</source>
        <translation>ここからはまだ何も送信していません。</translation>
    </message>
    <message>
        <source>Can be canceled for {hours} h {minutes} min {seconds} s.</source>
        <translation>あと{hours}時間{minutes}分{seconds}秒、キャンセルできます。</translation>
    </message>
    <message>
        <source>Stripe cancels an event only within 24 hours. Send the negative value instead.</source>
        <translation>Stripe がイベントをキャンセルするのは24時間以内だけです。代わりに負の値を送信してください。</translation>
    </message>
    <message>
        <source>Cancel event</source>
        <translation>イベントをキャンセル</translation>
    </message>
    <message>
        <source>Event canceled.</source>
        <translation>イベントをキャンセルしました。</translation>
    </message>
    <message>
        <source>The meter or the customer is not there any more.</source>
        <translation>メーターまたは顧客がもう存在しません。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Meter errors</source>
        <translation>メーターエラー</translation>
    </message>
    <message>
        <source>No meters yet. Create the first one with New.</source>
        <translation>メーターはまだありません。「新規」で最初のメーターを作成してください。</translation>
    </message>
    <message>
        <source>Import, sent usage, new meter, wiring check</source>
        <translation>インポート、送信済みの使用量、メーターの作成、接続の確認</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>New meter…</source>
        <translation>新しいメーター…</translation>
    </message>
    <message>
        <source>Import usage…</source>
        <translation>使用量をインポート…</translation>
    </message>
    <message>
        <source>Imports…</source>
        <translation>インポートの一覧…</translation>
    </message>
    <message>
        <source>Usage sent from here…</source>
        <translation>ここから送信した使用量…</translation>
    </message>
    <message>
        <source>Wiring check…</source>
        <translation>接続の確認…</translation>
    </message>
    <message>
        <source>Send usage…</source>
        <translation>使用量を送信…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Deactivate…</source>
        <translation>無効化…</translation>
    </message>
    <message>
        <source>Reactivate…</source>
        <translation>再有効化…</translation>
    </message>
    <message>
        <source>Rejected usage…</source>
        <translation>拒否された使用量…</translation>
    </message>
    <message>
        <source>Reactivate {name}</source>
        <translation>{name} を再有効化</translation>
    </message>
    <message>
        <source>Deactivate {name}</source>
        <translation>{name} を無効化</translation>
    </message>
    <message>
        <source>Meter reactivated.</source>
        <translation>メーターを再有効化しました。</translation>
    </message>
    <message>
        <source>Meter deactivated.</source>
        <translation>メーターを無効化しました。</translation>
    </message>
    <message>
        <source>Send usage to {name}</source>
        <translation>{name} に使用量を送信</translation>
    </message>
    <message>
        <source>A whole number. A negative one takes usage back.</source>
        <translation>整数。負の値は使用量を取り消します。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Time of the usage</source>
        <translation>使用日時</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>識別子</translation>
    </message>
    <message>
        <source>Stripe counts an identifier once. It is the idempotency key too.</source>
        <translation>Stripe は同じ識別子を一度だけ集計します。冪等キーとしても使われます。</translation>
    </message>
    <message>
        <source>Enter a day and a time such as 2026-12-24 18:30.</source>
        <translation>2026-12-24 18:30 のような日付と時刻を入力してください。</translation>
    </message>
    <message>
        <source>Empty: now ({exact}). Otherwise a day and a time in {zone}.</source>
        <translation>空欄：現在（{exact}）。それ以外は{zone}の日付と時刻。</translation>
    </message>
    <message>
        <source>Send {value}</source>
        <translation>{value} を送信</translation>
    </message>
    <message>
        <source>Usage sent. Stripe counts it within some minutes.</source>
        <translation>使用量を送信しました。Stripe は数分以内に集計します。</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>この期間</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前の期間</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>現在の額</translation>
    </message>
    <message>
        <source>Last usage</source>
        <translation>最終使用</translation>
    </message>
    <message>
        <source>Customers by usage</source>
        <translation>使用量順の顧客</translation>
    </message>
    <message>
        <source>Customer or day</source>
        <translation>顧客または日</translation>
    </message>
    <message>
        <source>Values of the chart</source>
        <translation>グラフの値</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Top ten</source>
        <translation>上位10件</translation>
    </message>
    <message>
        <source>Top ten and all others</source>
        <translation>上位10件とその他すべて</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>全体の合計</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>累計</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>前の期間</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>時間の単位</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>表をコピー</translation>
    </message>
    <message>
        <source>Save PNG…</source>
        <translation>PNG を保存…</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>CSV を保存…</translation>
    </message>
    <message>
        <source>Reading usage: {done} of {total} customers</source>
        <translation>使用量を読み込み中：顧客 {done}/{total}</translation>
    </message>
    <message>
        <source>No customer subscribes to a price of this meter.</source>
        <translation>このメーターの料金を契約している顧客はいません。</translation>
    </message>
    <message>
        <source>Days are those of UTC; times are shown in {zone}.</source>
        <translation>日はUTCの日です。時刻は{zone}で表示しています。</translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation>まだ読み込まれていません。</translation>
    </message>
    <message>
        <source>Read {time}. Stripe adds usage up late: the last hours may still grow.</source>
        <translation>{time} に読み込み。Stripe の集計は遅れるため、直近の数時間分はまだ増えることがあります。</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>すべての顧客</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>その他すべて</translation>
    </message>
    <message>
        <source>{name}, before</source>
        <translation>{name}（前の期間）</translation>
    </message>
    <message>
        <source>Begins (UTC)</source>
        <translation>開始（UTC）</translation>
    </message>
    <message>
        <source>Nothing of this meter is billed in the running period.</source>
        <translation>現在の期間に、このメーターで請求されるものはありません。</translation>
    </message>
    <message>
        <source>billing period</source>
        <translation>請求期間</translation>
    </message>
    <message>
        <source>Running bill by Stripe&apos;s preview: {total} ({parts}).</source>
        <translation>Stripe のプレビューによる現在の請求額：{total}（{parts}）。</translation>
    </message>
    <message>
        <source>Point at the chart, or press Left and Right. + and - zoom, Shift moves, Home shows all.</source>
        <translation>グラフを指すか、左右キーを押してください。+ と - で拡大縮小、Shift で移動、Home で全体表示。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved to {file}.</source>
        <translation>{file} に保存しました。</translation>
    </message>
    <message>
        <source>Wiring check</source>
        <translation>接続の確認</translation>
    </message>
    <message>
        <source>Usage is billed if its event name has an active meter, the meter an active price, and the price a subscription.</source>
        <translation>イベント名に有効なメーターが、メーターに有効な料金が、料金にサブスクリプションがあれば、使用量は請求されます。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>不足しているもの</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>対処</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Unknown event name</source>
        <translation>不明なイベント名</translation>
    </message>
    <message>
        <source>Everything is connected.</source>
        <translation>すべてつながっています。</translation>
    </message>
    <message>
        <source>Enter or a double click opens the meter or price.</source>
        <translation>Enter キーまたはダブルクリックでメーターや料金を開きます。</translation>
    </message>
    <message>
        <source>Choose a customer.</source>
        <translation>顧客を選択してください。</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>整数を入力してください。</translation>
    </message>
    <message>
        <source>Stripe takes whole numbers only, without separators (meter_event_invalid_value).</source>
        <translation>Stripe が受け付けるのは区切りのない整数だけです（meter_event_invalid_value）。</translation>
    </message>
    <message>
        <source>At most 15 digits (meter_event_value_too_many_digits).</source>
        <translation>15桁以内です（meter_event_value_too_many_digits）。</translation>
    </message>
    <message>
        <source>More than 35 days ago: Stripe does not take it any more (timestamp_too_far_in_past).</source>
        <translation>35日より前です。Stripe はもう受け付けません（timestamp_too_far_in_past）。</translation>
    </message>
    <message>
        <source>More than 5 minutes in the future (timestamp_in_future).</source>
        <translation>5分より先の未来です（timestamp_in_future）。</translation>
    </message>
    <message>
        <source>Enter an identifier.</source>
        <translation>識別子を入力してください。</translation>
    </message>
    <message>
        <source>It contains characters that cannot be printed.</source>
        <translation>表示できない文字が含まれています。</translation>
    </message>
    <message>
        <source>At most 100 characters.</source>
        <translation>100文字以内です。</translation>
    </message>
    <message>
        <source>This meter is deactivated (archived_meter).</source>
        <translation>このメーターは無効化されています（archived_meter）。</translation>
    </message>
    <message>
        <source>This identifier was already sent from here, and would not be counted again.</source>
        <translation>この識別子はすでにここから送信されており、再度集計されることはありません。</translation>
    </message>
    <message>
        <source>A negative value corrects only a meter that adds up values, which this one does not.</source>
        <translation>負の値で訂正できるのは値を合計するメーターだけです。このメーターは合計しません。</translation>
    </message>
    <message>
        <source>Enter a text.</source>
        <translation>入力してください。</translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation>文字数が多すぎます。</translation>
    </message>
    <message>
        <source>The customer and the value need different keys.</source>
        <translation>顧客と値には異なるキーが必要です。</translation>
    </message>
    <message>
        <source>An active meter already has this event name.</source>
        <translation>このイベント名の有効なメーターがすでにあります。</translation>
    </message>
    <message>
        <source>The meter is deactivated. Reactivate it, or correct the event name.</source>
        <translation>メーターは無効化されています。再有効化するか、イベント名を修正してください。</translation>
    </message>
    <message>
        <source>No customer has this ID. Correct the ID and send the event with the same identifier.</source>
        <translation>この ID の顧客はいません。ID を修正し、同じ識別子でイベントを送信してください。</translation>
    </message>
    <message>
        <source>The event lacks the meter&apos;s customer key. Send it again with the customer.</source>
        <translation>イベントにメーターの顧客キーがありません。顧客を付けて再送信してください。</translation>
    </message>
    <message>
        <source>The value has more than 15 digits.</source>
        <translation>値が15桁を超えています。</translation>
    </message>
    <message>
        <source>The event has too many dimensions.</source>
        <translation>イベントのディメンションが多すぎます。</translation>
    </message>
    <message>
        <source>The event lacks the key of a dimension.</source>
        <translation>イベントにディメンションのキーがありません。</translation>
    </message>
    <message>
        <source>No meter has this event name. Create one, or correct the name.</source>
        <translation>このイベント名のメーターがありません。作成するか、名前を修正してください。</translation>
    </message>
    <message>
        <source>The time was more than 5 minutes in the future.</source>
        <translation>時刻が5分より先の未来でした。</translation>
    </message>
    <message>
        <source>The time was more than 35 days ago. Stripe does not take this usage any more.</source>
        <translation>時刻が35日より前でした。Stripe はこの使用量をもう受け付けません。</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>今月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>先月</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>過去30日間</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>過去90日間</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>過去365日間</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>時間別</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>日別</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>月別</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>{times} times</source>
        <translation>{times}倍</translation>
    </message>
    <message>
        <source>Sum of values</source>
        <translation>値の合計</translation>
    </message>
    <message>
        <source>Number of events</source>
        <translation>イベント数</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>最後の値</translation>
    </message>
    <message>
        <source>The value is not a whole number. Correct it and send it again.</source>
        <translation>値が整数ではありません。修正して再送信してください。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the last 30 days have a name that no meter has.</source>
        <translation>
            <numerusform>過去30日間のイベント%n件のイベント名に、対応するメーターがありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Create a meter with that event name, or correct the name where the events come from.</source>
        <translation>そのイベント名のメーターを作成するか、送信元のイベント名を修正してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the last 30 days lack the meter&apos;s customer key.</source>
        <translation>
            <numerusform>過去30日間のイベント%n件に、メーターの顧客キーがありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the customer&apos;s ID under the meter&apos;s customer key.</source>
        <translation>顧客の ID をメーターの顧客キーで送信してください。</translation>
    </message>
    <message>
        <source>No active price uses this meter: its usage is never billed.</source>
        <translation>このメーターを使う有効な料金がありません。使用量は請求されません。</translation>
    </message>
    <message>
        <source>Create a metered price on it in the Plans tab.</source>
        <translation>プランタブで、このメーターの従量課金の料金を作成してください。</translation>
    </message>
    <message>
        <source>An active price uses this meter, which is deactivated: new usage is rejected.</source>
        <translation>有効な料金が、無効化されたこのメーターを使っています。新しい使用量は拒否されます。</translation>
    </message>
    <message>
        <source>Reactivate the meter, or archive the price.</source>
        <translation>メーターを再有効化するか、料金をアーカイブしてください。</translation>
    </message>
    <message>
        <source>Nobody subscribes to this metered price: its usage is never billed.</source>
        <translation>この従量課金の料金を契約している顧客がいません。使用量は請求されません。</translation>
    </message>
    <message>
        <source>Subscribe a customer to it, or archive it.</source>
        <translation>顧客に契約させるか、アーカイブしてください。</translation>
    </message>
    <message>
        <source>The time lies before the running period, which began on {at}. The earlier invoice is made already and does not change.</source>
        <translation>時刻が現在の期間（{at} 開始）より前です。以前の請求書はすでに作成済みで、変わりません。</translation>
    </message>
    <message>
        <source>The customer has no active subscription on a price of this meter: this usage is not billed.</source>
        <translation>顧客にはこのメーターの料金の有効なサブスクリプションがありません。この使用量は請求されません。</translation>
    </message>
    <message>
        <source>{prices} price(s) with {count} subscription(s) use this meter. Their new usage will be rejected.</source>
        <translation>料金{prices}件（サブスクリプション{count}件）がこのメーターを使っています。新しい使用量は拒否されます。</translation>
    </message>
    <message>
        <source>Stripe adds usage up a little later; charts and bills show it after some minutes.</source>
        <translation>Stripe は少し遅れて集計します。グラフや請求額には数分後に反映されます。</translation>
    </message>
    <message>
        <source>A negative value lowers the total of the period. A period that ends below 0 is billed as 0.</source>
        <translation>負の値は期間の合計を減らします。合計が0未満で終わった期間は0として請求されます。</translation>
    </message>
    <message>
        <source>Within one {window} (UTC) only the latest event counts; it replaces the earlier ones.</source>
        <translation>1つの{window}（UTC）の中では最新のイベントだけが集計され、以前のものは置き換えられます。</translation>
    </message>
    <message>
        <source>Stripe takes the event out of the total. Invoices that are finalized already do not change.</source>
        <translation>Stripe はイベントを合計から除きます。すでに確定した請求書は変わりません。</translation>
    </message>
    <message>
        <source>Only the name can be changed later; the event name, the aggregation, and the keys cannot.</source>
        <translation>後から変更できるのは名前だけです。イベント名、集計方法、キーは変更できません。</translation>
    </message>
    <message>
        <source>Events named {name} are rejected from now on, and no price can use the meter.</source>
        <translation>今後 {name} のイベントは拒否され、このメーターを料金に使うこともできません。</translation>
    </message>
    <message>
        <source>Events named {name} are taken again. What was sent meanwhile is not counted.</source>
        <translation>{name} のイベントが再び受け付けられます。その間に送信されたものは集計されません。</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>Nothing to change.</source>
        <translation>変更はありません。</translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>Stopped after {done} of {count} steps. Continue or undo in Activity.</source>
        <translation>{count}ステップのうち{done}ステップで停止しました。アクティビティで続行するか、元に戻してください。</translation>
    </message>
    <message>
        <source>{why} {done} of {count} steps were done. Continue or undo in Activity.</source>
        <translation>{why}{count}ステップのうち{done}ステップは完了しています。アクティビティで続行するか、元に戻してください。</translation>
    </message>
</context>
<context>
    <name>Webhooks</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>Signing secret…</source>
        <translation>署名シークレット…</translation>
    </message>
    <message>
        <source>Command copied.</source>
        <translation>コマンドをコピーしました。</translation>
    </message>
    <message>
        <source>Signing secret of the receiver</source>
        <translation>受信用の署名シークレット</translation>
    </message>
    <message>
        <source>Save in keyring</source>
        <translation>キーリングに保存</translation>
    </message>
    <message>
        <source>“stripe listen” prints it when it starts: whsec_… Leave it empty to forget it.</source>
        <translation>「stripe listen」の開始時に表示されます：whsec_… 空欄にすると削除されます。</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>署名シークレット</translation>
    </message>
    <message>
        <source>Edit webhook</source>
        <translation>Webhook を編集</translation>
    </message>
    <message>
        <source>New webhook</source>
        <translation>新しい Webhook</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Where Stripe sends events.</source>
        <translation>Stripe がイベントを送信する先です。</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>ペイロード</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Event types</source>
        <translation>イベントタイプ</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>1行に1つ入力します。</translation>
    </message>
    <message>
        <source>Events of billing</source>
        <translation>請求関連のイベント</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>すべてのイベント</translation>
    </message>
    <message>
        <source>Create webhook</source>
        <translation>Webhook を作成</translation>
    </message>
    <message>
        <source>Webhook created.</source>
        <translation>Webhook を作成しました。</translation>
    </message>
    <message>
        <source>Webhook updated.</source>
        <translation>Webhook を更新しました。</translation>
    </message>
    <message>
        <source>Roll signing secret</source>
        <translation>署名シークレットを更新</translation>
    </message>
    <message>
        <source>Keep the old endpoint until you delete it</source>
        <translation>削除するまで古いエンドポイントを残す</translation>
    </message>
    <message>
        <source>Disable the old endpoint at once</source>
        <translation>古いエンドポイントをすぐに無効にする</translation>
    </message>
    <message>
        <source>New signing secret created.</source>
        <translation>新しい署名シークレットを作成しました。</translation>
    </message>
    <message>
        <source>The answer with the signing secret was lost. Stripe shows a secret once: roll it to get another one.</source>
        <translation>署名シークレットを含む応答が失われました。シークレットは一度しか表示されないため、更新して新しいものを取得してください。</translation>
    </message>
    <message>
        <source>It is in this computer&apos;s keyring. Stripe does not show it again.</source>
        <translation>このコンピューターのキーリングに保存しました。Stripe では再表示されません。</translation>
    </message>
    <message>
        <source>It could not be put in this computer&apos;s keyring. Save it now: Stripe does not show it again.</source>
        <translation>このコンピューターのキーリングに保存できませんでした。Stripe では再表示されないため、今すぐ保存してください。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>シークレット</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新規…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>無効化…</translation>
    </message>
    <message>
        <source>Roll secret…</source>
        <translation>シークレットを更新…</translation>
    </message>
    <message>
        <source>Send test event…</source>
        <translation>テストイベントを送信…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>In keyring</source>
        <translation>キーリングにあり</translation>
    </message>
    <message>
        <source>Enable…</source>
        <translation>有効化…</translation>
    </message>
    <message>
        <source>Enable webhook</source>
        <translation>Webhook を有効化</translation>
    </message>
    <message>
        <source>Disable webhook</source>
        <translation>Webhook を無効化</translation>
    </message>
    <message>
        <source>Webhook enabled.</source>
        <translation>Webhook を有効にしました。</translation>
    </message>
    <message>
        <source>Webhook disabled.</source>
        <translation>Webhook を無効にしました。</translation>
    </message>
    <message>
        <source>Send test event</source>
        <translation>テストイベントを送信</translation>
    </message>
    <message>
        <source>Test event sent.</source>
        <translation>テストイベントを送信しました。</translation>
    </message>
    <message>
        <source>Delete webhook</source>
        <translation>Webhook を削除</translation>
    </message>
    <message>
        <source>Webhook deleted.</source>
        <translation>Webhook を削除しました。</translation>
    </message>
    <message>
        <source>Webhook endpoint (snapshot events)</source>
        <translation>Webhook エンドポイント（スナップショット）</translation>
    </message>
    <message>
        <source>Event destination (snapshot events)</source>
        <translation>イベント送信先（スナップショット）</translation>
    </message>
    <message>
        <source>Event destination (thin events)</source>
        <translation>イベント送信先（シン）</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Disabled: {reason}</source>
        <translation>無効：{reason}</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>無効</translation>
    </message>
    <message numerus="yes">
        <source>%n event type(s)</source>
        <translation>
            <numerusform>%n 種類のイベント</numerusform>
        </translation>
    </message>
    <message>
        <source>Deliveries were not checked yet.</source>
        <translation>配信はまだ確認されていません。</translation>
    </message>
    <message>
        <source>All events of the last 3 days were delivered.</source>
        <translation>過去3日間のイベントはすべて配信されました。</translation>
    </message>
    <message>
        <source>{count} events were not delivered, the oldest of {since}: {kinds}.</source>
        <translation>{count} 件のイベントが配信されていません（最も古いものは {since}）：{kinds}。</translation>
    </message>
    <message>
        <source>{count} events are being delivered, the oldest of {since}: {kinds}.</source>
        <translation>{count} 件のイベントを配信中です（最も古いものは {since}）：{kinds}。</translation>
    </message>
    <message>
        <source>Enter a whole address, such as https://example.com/webhooks.</source>
        <translation>https://example.com/webhooks のような完全なアドレスを入力してください。</translation>
    </message>
    <message>
        <source>The address must not contain a user name or password.</source>
        <translation>アドレスにユーザー名やパスワードを含めることはできません。</translation>
    </message>
    <message>
        <source>In live mode the address must begin with https://.</source>
        <translation>本番環境では、アドレスは https:// で始まる必要があります。</translation>
    </message>
    <message>
        <source>Enter at least one event type.</source>
        <translation>イベントタイプを1つ以上入力してください。</translation>
    </message>
    <message>
        <source>At most 500 event types; use * for all of them.</source>
        <translation>イベントタイプは500個までです。すべての場合は * を使用してください。</translation>
    </message>
    <message>
        <source>One event type a line, such as invoice.paid, or * for all.</source>
        <translation>invoice.paid のように1行に1つ、すべての場合は * を入力してください。</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>名前を入力してください。</translation>
    </message>
    <message>
        <source>This is an API key. A signing secret begins with whsec_; “stripe listen” prints it.</source>
        <translation>これは API キーです。署名シークレットは whsec_ で始まり、「stripe listen」が表示します。</translation>
    </message>
    <message>
        <source>A signing secret begins with whsec_; “stripe listen” prints it.</source>
        <translation>署名シークレットは whsec_ で始まり、「stripe listen」が表示します。</translation>
    </message>
    <message>
        <source>Stripe shows the new signing secret once. It is shown here and put in this computer&apos;s keyring.</source>
        <translation>新しい署名シークレットは一度だけ表示されます。ここに表示し、このコンピューターのキーリングに保存します。</translation>
    </message>
    <message>
        <source>The signing secret is removed from this computer&apos;s keyring.</source>
        <translation>署名シークレットはこのコンピューターのキーリングから削除されます。</translation>
    </message>
    <message>
        <source>Stripe&apos;s API cannot change a secret, so a second endpoint with the same settings is created. Both get every event until you delete the old one.</source>
        <translation>Stripe の API ではシークレットを変更できないため、同じ設定の2つ目のエンドポイントを作成します。古い方を削除するまで、両方がすべてのイベントを受信します。</translation>
    </message>
    <message>
        <source>Stripe&apos;s API cannot change a secret, so a second endpoint with the same settings is created. The old one is disabled at once: what your server receives before it knows the new secret fails and is sent again.</source>
        <translation>Stripe の API ではシークレットを変更できないため、同じ設定の2つ目のエンドポイントを作成します。古い方はすぐに無効になり、サーバーが新しいシークレットを知る前に受信したものは失敗し、再送されます。</translation>
    </message>
    <message>
        <source>Events that happen meanwhile are not sent to it later.</source>
        <translation>その間に発生したイベントは、後から送信されません。</translation>
    </message>
    <message>
        <source>Another program uses the receiver&apos;s port. Change the port in Settings.</source>
        <translation>受信用のポートは別のプログラムが使用しています。設定でポートを変更してください。</translation>
    </message>
    <message>
        <source>The receiver cannot listen on this computer.</source>
        <translation>このコンピューターでは受信できません。</translation>
    </message>
    <message>
        <source>The receiver for the Stripe CLI is off. It is switched on in Settings.</source>
        <translation>Stripe CLI の受信はオフです。設定でオンにできます。</translation>
    </message>
    <message>
        <source>Receiving on {address}.</source>
        <translation>{address} で受信中です。</translation>
    </message>
    <message>
        <source>{count} received.</source>
        <translation>{count} 件を受信しました。</translation>
    </message>
    <message>
        <source>Refused: {reasons}.</source>
        <translation>拒否：{reasons}。</translation>
    </message>
    <message>
        <source>no signing secret is set</source>
        <translation>署名シークレットが未設定</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>署名なし</translation>
    </message>
    <message>
        <source>signed with another secret</source>
        <translation>別のシークレットによる署名</translation>
    </message>
    <message>
        <source>signed more than 5 minutes ago</source>
        <translation>署名が5分以上前</translation>
    </message>
    <message>
        <source>signed more than 5 minutes ahead</source>
        <translation>署名が5分以上先</translation>
    </message>
    <message>
        <source>not an event</source>
        <translation>イベントではない</translation>
    </message>
    <message>
        <source>of the other mode</source>
        <translation>別の環境</translation>
    </message>
    <message>
        <source>not from this computer</source>
        <translation>このコンピューター以外</translation>
    </message>
    <message>
        <source>could not be stored</source>
        <translation>保存できない</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支払い</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>メーター</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支払い</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>トライアル</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>延滞</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未払い（停止）</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>未完了</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Collection paused</source>
        <translation>回収一時停止中</translation>
    </message>
    <message>
        <source>Cancels at period end</source>
        <translation>期間終了時にキャンセル</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未払い</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払い済み</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Uncollectible</source>
        <translation>回収不能</translation>
    </message>
    <message>
        <source>Partially refunded</source>
        <translation>一部返金済み</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>返金済み</translation>
    </message>
    <message>
        <source>Authorized</source>
        <translation>オーソリ済み</translation>
    </message>
    <message>
        <source>Authorization released</source>
        <translation>オーソリ解放済み</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>不審請求の申請あり</translation>
    </message>
    <message>
        <source>Subscription created</source>
        <translation>サブスクリプションの作成</translation>
    </message>
    <message>
        <source>Subscription renewed</source>
        <translation>サブスクリプションの更新</translation>
    </message>
    <message>
        <source>Subscription updated</source>
        <translation>サブスクリプションの変更</translation>
    </message>
    <message>
        <source>Billing threshold reached</source>
        <translation>請求しきい値に到達</translation>
    </message>
    <message>
        <source>Quote accepted</source>
        <translation>見積もりの承認</translation>
    </message>
    <message>
        <source>Pending items invoiced automatically</source>
        <translation>保留中の項目の自動請求</translation>
    </message>
    <message>
        <source>Upcoming invoice</source>
        <translation>次回の請求書</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>閲覧済み</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>Queried</source>
        <translation>照会中</translation>
    </message>
    <message>
        <source>Charge automatically</source>
        <translation>自動請求</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>決済済み</translation>
    </message>
    <message>
        <source>From credit balance</source>
        <translation>クレジット残高から</translation>
    </message>
    <message>
        <source>Below Stripe&apos;s minimum: not charged, carried over to the next invoice</source>
        <translation>Stripe の最低金額未満: 請求せず次回の請求書に繰り越し</translation>
    </message>
    <message>
        <source>Paid outside Stripe</source>
        <translation>Stripe 外での支払い</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>クレジットノート</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>割引</translation>
    </message>
    <message>
        <source>Mastercard *5100, prepaid</source>
        <translation>Mastercard *5100、プリペイド</translation>
    </message>
    <message>
        <source>Visa *0341, declined when charged</source>
        <translation>Visa *0341、請求時に拒否</translation>
    </message>
    <message>
        <source>Visa *3184, always requires 3D Secure</source>
        <translation>Visa *3184、常に3Dセキュアを要求</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>関連付け済み</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>関連付けなし</translation>
    </message>
    <message>
        <source>Consumed</source>
        <translation>使用済み</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>Unknown payment method</source>
        <translation>不明な支払い方法</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Chargeable</source>
        <translation>請求可能</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>返金</translation>
    </message>
    <message>
        <source>Refund pending</source>
        <translation>返金処理中</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>返金失敗</translation>
    </message>
    <message>
        <source>Refund canceled</source>
        <translation>返金キャンセル</translation>
    </message>
    <message>
        <source>Requested by customer</source>
        <translation>顧客からの依頼</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>Fraudulent</source>
        <translation>不正利用</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>クレジット</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>デビット</translation>
    </message>
    <message>
        <source>Prepaid</source>
        <translation>プリペイド</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>破棄済み</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>one-time</source>
        <translation>1回限り</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>毎日</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>毎週</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>毎月</translation>
    </message>
    <message>
        <source>yearly</source>
        <translation>毎年</translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>%n日ごと</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>%n週ごと</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>%nか月ごと</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>%n年ごと</numerusform>
        </translation>
    </message>
    <message>
        <source>Metadata: {key}</source>
        <translation>メタデータ：{key}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Tax status</source>
        <translation>課税区分</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Default card</source>
        <translation>デフォルトのカード</translation>
    </message>
    <message>
        <source>Default source</source>
        <translation>デフォルトのソース</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認状況</translation>
    </message>
    <message>
        <source>Tax ID</source>
        <translation>納税者番号</translation>
    </message>
    <message>
        <source>Card page</source>
        <translation>カード登録ページ</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>連絡済み</translation>
    </message>
    <message>
        <source>Name on card</source>
        <translation>カード名義</translation>
    </message>
    <message>
        <source>Expiration date</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Cancel at period end</source>
        <translation>期間終了時にキャンセル</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Address line 1</source>
        <translation>住所1</translation>
    </message>
    <message>
        <source>Address line 2</source>
        <translation>住所2</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>State or prefecture</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>Request new card</source>
        <translation>新しいカードを依頼</translation>
    </message>
    <message>
        <source>Taxable</source>
        <translation>課税</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>非課税</translation>
    </message>
    <message>
        <source>Reverse charge</source>
        <translation>リバースチャージ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Cancels on</source>
        <translation>キャンセル予定日</translation>
    </message>
    <message>
        <source>Trial ends</source>
        <translation>トライアル終了日</translation>
    </message>
    <message>
        <source>Billing mode</source>
        <translation>請求モード</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>料金</translation>
    </message>
    <message>
        <source>Event name</source>
        <translation>イベント名</translation>
    </message>
    <message>
        <source>Aggregation</source>
        <translation>集計方法</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Time of the usage</source>
        <translation>使用日時</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>識別子</translation>
    </message>
    <message>
        <source>Customer key</source>
        <translation>顧客キー</translation>
    </message>
    <message>
        <source>Value key</source>
        <translation>値のキー</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>入金</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Billing period</source>
        <translation>請求期間</translation>
    </message>
    <message>
        <source>Lookup key</source>
        <translation>検索キー</translation>
    </message>
    <message>
        <source>Tax behavior</source>
        <translation>税の取り扱い</translation>
    </message>
    <message>
        <source>Trial days</source>
        <translation>トライアル日数</translation>
    </message>
    <message>
        <source>Plan ID</source>
        <translation>プランID</translation>
    </message>
    <message>
        <source>Statement descriptor</source>
        <translation>明細書表記</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>クーポン</translation>
    </message>
    <message>
        <source>Promotion code</source>
        <translation>プロモーションコード</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>請求方法</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>フッター</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>カスタムフィールド</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>元に戻す：{what}</translation>
    </message>
    <message>
        <source>Update customer</source>
        <translation>顧客を更新</translation>
    </message>
    <message>
        <source>Create customer</source>
        <translation>顧客を作成</translation>
    </message>
    <message>
        <source>Find or create customer</source>
        <translation>顧客を検索または作成</translation>
    </message>
    <message>
        <source>Adjust balance</source>
        <translation>残高を調整</translation>
    </message>
    <message>
        <source>Delete customer</source>
        <translation>顧客を削除</translation>
    </message>
    <message>
        <source>Update tax IDs</source>
        <translation>納税者番号を更新</translation>
    </message>
    <message>
        <source>Merge customers</source>
        <translation>顧客を統合</translation>
    </message>
    <message>
        <source>Set metadata</source>
        <translation>メタデータを設定</translation>
    </message>
    <message>
        <source>Remove metadata</source>
        <translation>メタデータを削除</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>タグを追加</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>タグを削除</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>メモを追加</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>メモを削除</translation>
    </message>
    <message>
        <source>Set description</source>
        <translation>説明を設定</translation>
    </message>
    <message>
        <source>Remove description</source>
        <translation>説明を削除</translation>
    </message>
    <message>
        <source>Change default card</source>
        <translation>デフォルトのカードを変更</translation>
    </message>
    <message>
        <source>Add card</source>
        <translation>カードを追加</translation>
    </message>
    <message>
        <source>Replace default source</source>
        <translation>デフォルトのソースを置き換え</translation>
    </message>
    <message>
        <source>Edit card</source>
        <translation>カードを編集</translation>
    </message>
    <message>
        <source>Approve card</source>
        <translation>カードを承認</translation>
    </message>
    <message>
        <source>Reject card</source>
        <translation>カードを拒否</translation>
    </message>
    <message>
        <source>Remove card</source>
        <translation>カードを削除</translation>
    </message>
    <message>
        <source>Create card page</source>
        <translation>カード登録ページを作成</translation>
    </message>
    <message>
        <source>Set new card as default</source>
        <translation>新しいカードをデフォルトに設定</translation>
    </message>
    <message>
        <source>Remove prepaid card automatically</source>
        <translation>プリペイドカードを自動削除</translation>
    </message>
    <message>
        <source>Mark as contacted</source>
        <translation>連絡済みにする</translation>
    </message>
    <message>
        <source>Mark as not contacted</source>
        <translation>未連絡にする</translation>
    </message>
    <message>
        <source>Set as default card</source>
        <translation>デフォルトのカードに設定</translation>
    </message>
    <message>
        <source>Create customer portal link</source>
        <translation>カスタマーポータルのリンクを作成</translation>
    </message>
    <message>
        <source>Close card page</source>
        <translation>カード登録ページを無効にする</translation>
    </message>
    <message>
        <source>Archive plan</source>
        <translation>プランをアーカイブ</translation>
    </message>
    <message>
        <source>Restore plan</source>
        <translation>プランを復元</translation>
    </message>
    <message>
        <source>Cancel subscription at period end</source>
        <translation>サブスクリプションを期間終了時にキャンセル</translation>
    </message>
    <message>
        <source>Don&apos;t cancel subscription</source>
        <translation>サブスクリプションをキャンセルしない</translation>
    </message>
    <message>
        <source>Pause collection</source>
        <translation>回収を一時停止</translation>
    </message>
    <message>
        <source>Resume collection</source>
        <translation>回収を再開</translation>
    </message>
    <message>
        <source>Update quantity</source>
        <translation>数量を更新</translation>
    </message>
    <message>
        <source>New subscription</source>
        <translation>新規サブスクリプション</translation>
    </message>
    <message>
        <source>Change subscription</source>
        <translation>サブスクリプションを変更</translation>
    </message>
    <message>
        <source>Change subscription at renewal</source>
        <translation>更新時にサブスクリプションを変更</translation>
    </message>
    <message>
        <source>Cancel planned change</source>
        <translation>予定した変更を取り消し</translation>
    </message>
    <message>
        <source>Cancel subscription</source>
        <translation>サブスクリプションをキャンセル</translation>
    </message>
    <message>
        <source>Cancel subscription on a date</source>
        <translation>指定日にサブスクリプションをキャンセル</translation>
    </message>
    <message>
        <source>Pause subscription</source>
        <translation>サブスクリプションを一時停止</translation>
    </message>
    <message>
        <source>Resume subscription</source>
        <translation>サブスクリプションを再開</translation>
    </message>
    <message>
        <source>Change trial</source>
        <translation>トライアルを変更</translation>
    </message>
    <message>
        <source>Change discount</source>
        <translation>割引を変更</translation>
    </message>
    <message>
        <source>Change payment method</source>
        <translation>支払い方法を変更</translation>
    </message>
    <message>
        <source>Change billing mode</source>
        <translation>請求モードを変更</translation>
    </message>
    <message>
        <source>Move to another plan</source>
        <translation>別のプランに移行</translation>
    </message>
    <message>
        <source>Give discount</source>
        <translation>割引を適用</translation>
    </message>
    <message>
        <source>Collect the oldest unpaid invoice</source>
        <translation>最も古い未払い請求書を回収</translation>
    </message>
    <message>
        <source>Add setup fee</source>
        <translation>初期費用を追加</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新規プラン</translation>
    </message>
    <message>
        <source>Edit plan</source>
        <translation>プランを編集</translation>
    </message>
    <message>
        <source>Delete plan</source>
        <translation>プランを削除</translation>
    </message>
    <message>
        <source>New coupon</source>
        <translation>新規クーポン</translation>
    </message>
    <message>
        <source>Delete coupon</source>
        <translation>クーポンを削除</translation>
    </message>
    <message>
        <source>New promotion code</source>
        <translation>新規プロモーションコード</translation>
    </message>
    <message>
        <source>Change promotion code</source>
        <translation>プロモーションコードを変更</translation>
    </message>
    <message>
        <source>Pay invoice</source>
        <translation>請求書を支払う</translation>
    </message>
    <message>
        <source>Void invoice</source>
        <translation>請求書を無効にする</translation>
    </message>
    <message>
        <source>Finalize invoice</source>
        <translation>請求書を確定</translation>
    </message>
    <message>
        <source>Delete draft invoice</source>
        <translation>下書きの請求書を削除</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Finalize</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Mark as uncollectible</source>
        <translation>回収不能にする</translation>
    </message>
    <message>
        <source>Review invoice</source>
        <translation>請求書を確認</translation>
    </message>
    <message>
        <source>Send invoice</source>
        <translation>請求書を送信</translation>
    </message>
    <message>
        <source>Create draft invoice</source>
        <translation>下書きの請求書を作成</translation>
    </message>
    <message>
        <source>Create meter</source>
        <translation>メーターを作成</translation>
    </message>
    <message>
        <source>Rename meter</source>
        <translation>メーターの名前を変更</translation>
    </message>
    <message>
        <source>Deactivate meter</source>
        <translation>メーターを無効化</translation>
    </message>
    <message>
        <source>Reactivate meter</source>
        <translation>メーターを再有効化</translation>
    </message>
    <message>
        <source>Send usage</source>
        <translation>使用量を送信</translation>
    </message>
    <message>
        <source>Cancel usage</source>
        <translation>使用量をキャンセル</translation>
    </message>
    <message>
        <source>Import usage</source>
        <translation>使用量をインポート</translation>
    </message>
    <message>
        <source>Cancel an import of usage</source>
        <translation>使用量のインポートを取り消す</translation>
    </message>
    <message>
        <source>End an import of usage</source>
        <translation>使用量のインポートを終了</translation>
    </message>
    <message>
        <source>Run report</source>
        <translation>レポートを実行</translation>
    </message>
    <message>
        <source>Edit draft invoice</source>
        <translation>下書きの請求書を編集</translation>
    </message>
    <message>
        <source>Mark invoice as paid outside Stripe</source>
        <translation>請求書をStripe外で支払い済みにする</translation>
    </message>
    <message>
        <source>Mark invoice as uncollectible</source>
        <translation>請求書を回収不能にする</translation>
    </message>
    <message>
        <source>Issue credit note</source>
        <translation>クレジットノートを発行</translation>
    </message>
    <message>
        <source>Void and re-issue invoice</source>
        <translation>請求書を無効にして再発行</translation>
    </message>
    <message>
        <source>Charge customer</source>
        <translation>顧客に請求</translation>
    </message>
    <message>
        <source>Create invoice with payment page</source>
        <translation>支払いページ付きの請求書を作成</translation>
    </message>
    <message>
        <source>Refund payment</source>
        <translation>支払いを返金</translation>
    </message>
    <message>
        <source>Capture payment</source>
        <translation>支払いをキャプチャ</translation>
    </message>
    <message>
        <source>Release authorized payment</source>
        <translation>オーソリ済みの支払いを取消</translation>
    </message>
    <message>
        <source>Operation from another version of Billing Desk</source>
        <translation>別のバージョンのBilling Deskによる操作</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>残り1分未満</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>残り%n分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>残り%n時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Billing Desk</source>
        <translation>Billing Desk について</translation>
    </message>
    <message>
        <source>MIT licence. Qt {qt} and PySide6 are used under the LGPL 3 and can be replaced.</source>
        <translation>MIT ライセンス。Qt {qt} と PySide6 は LGPL 3 のもとで使用しており、差し替えることができます。</translation>
    </message>
    <message>
        <source>Licences</source>
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
        <source>The {mode} key of {name} is deleted from the keyring. At Stripe it stays valid.</source>
        <translation>{name} の{mode}キーをキーリングから削除します。Stripe では有効なままです。</translation>
    </message>
    <message>
        <source>Delete key</source>
        <translation>キーの削除</translation>
    </message>
    <message>
        <source>Delete the key</source>
        <translation>キーを削除</translation>
    </message>
    <message>
        <source>Rename account</source>
        <translation>アカウント名の変更</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>The keys of {name} are deleted from the keyring and the account leaves this list. The record of what was changed stays on this computer, encrypted.</source>
        <translation>{name} のキーをキーリングから削除し、アカウントを一覧から外します。変更の記録は暗号化されたままこのコンピューターに残ります。</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} を外す</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>アカウントを外す</translation>
    </message>
    <message>
        <source>Everything about {name} on this computer is erased: its keys, the local copy, and the record of what was changed. Files are overwritten before they are removed. At Stripe nothing changes. This cannot be undone.</source>
        <translation>このコンピューターにある{name}のすべて（キー、ローカルコピー、変更の記録）を消去します。ファイルは上書きしてから削除します。Stripe側は何も変わりません。この操作は取り消せません。</translation>
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
        <translation>外す…</translation>
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
        <translation>キーを差し替え…</translation>
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
        <source>Find anything</source>
        <translation>何でも検索</translation>
    </message>
    <message>
        <source>Filter this table</source>
        <translation>この表を絞り込む</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新しい顧客</translation>
    </message>
    <message>
        <source>Edit this customer</source>
        <translation>この顧客を編集</translation>
    </message>
    <message>
        <source>Find or create a customer</source>
        <translation>顧客を検索または作成</translation>
    </message>
    <message>
        <source>Charge this customer</source>
        <translation>この顧客に請求</translation>
    </message>
    <message>
        <source>Add a card to this customer</source>
        <translation>この顧客にカードを追加</translation>
    </message>
    <message>
        <source>Pay everything overdue of this customer</source>
        <translation>この顧客の延滞分をすべて支払う</translation>
    </message>
    <message>
        <source>Refund this customer&apos;s newest payment</source>
        <translation>この顧客の最新の支払いを返金</translation>
    </message>
    <message>
        <source>Credit or debit this customer</source>
        <translation>この顧客にクレジットまたは請求</translation>
    </message>
    <message>
        <source>Write a note about this customer</source>
        <translation>この顧客についてメモを書く</translation>
    </message>
    <message>
        <source>Compare with perhaps the same customer</source>
        <translation>同一の可能性がある顧客と比較</translation>
    </message>
    <message>
        <source>Undo what was just done</source>
        <translation>直前の操作を元に戻す</translation>
    </message>
    <message>
        <source>Change many customers or cards</source>
        <translation>複数の顧客またはカードをまとめて変更</translation>
    </message>
    <message>
        <source>Copy the id</source>
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
        <source>Back to the table</source>
        <translation>表に戻る</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>すべて読み直す</translation>
    </message>
    <message>
        <source>Pause reading, or go on</source>
        <translation>読み込みの一時停止／再開</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>表示中の内容を書き出す</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>列を選ぶ</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>このビューを保存</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <source>Arm or disarm this live desk</source>
        <translation>本番デスクの変更を許可・禁止</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>デスクをロック</translation>
    </message>
    <message>
        <source>Move time forward</source>
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
        <translation>Billing Desk について</translation>
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
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>チケット</translation>
    </message>
    <message>
        <source>Find in the audit log</source>
        <translation>監査ログを検索</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>監査ログ</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>監査ログの書き出し</translation>
    </message>
    <message>
        <source>Entry {n} is missing from the audit log.</source>
        <translation>監査ログの {n} 番が欠けています。</translation>
    </message>
    <message>
        <source>Entries are missing at the end of the audit log, from {n} on.</source>
        <translation>監査ログの末尾、{n} 番以降が欠けています。</translation>
    </message>
    <message>
        <source>An operation has no entry in the audit log: {what}.</source>
        <translation>監査ログに記録のない操作があります: {what}</translation>
    </message>
    <message>
        <source>The audit log was rolled back: {n} entries are here, {what} were written on this computer.</source>
        <translation>監査ログが以前の状態に戻されています。このコンピューターで書き込まれた{what}件のうち、{n}件しかありません。</translation>
    </message>
    <message>
        <source>The audit log that was written on this computer is missing; a new one was started.</source>
        <translation>このコンピューターで書き込まれた監査ログが見つかりません。新しいログを開始しました。</translation>
    </message>
    <message>
        <source>The keyring no longer holds what it kept of the audit log, so whether the log was rolled back cannot be told.</source>
        <translation>キーリングに監査ログの照合情報が残っていないため、ログが巻き戻されたかどうかを判定できません。</translation>
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
        <source>What the keyring kept of the audit log was found missing on {at}. It has been intact since then.</source>
        <translation>{at}に、キーリングの監査ログの照合情報がなくなっていることを確認しました。それ以降は改変されていません。</translation>
    </message>
    <message>
        <source>The audit log was replaced by another file.</source>
        <translation>監査ログが別のファイルに置き換えられています。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Bulk changes</source>
        <translation>一括変更</translation>
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
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>リクエスト ID</translation>
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
        <source>Look it up and resume</source>
        <translation>確認して再開</translation>
    </message>
    <message>
        <source>Abandon…</source>
        <translation>取りやめ…</translation>
    </message>
    <message>
        <source>The audit log is whole.</source>
        <translation>監査ログは改変されていません。</translation>
    </message>
    <message>
        <source>The audit log was altered at entry {n}.</source>
        <translation>監査ログの {n} 番目の記録が改変されています。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Idempotency key</source>
        <translation>冪等キー</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>続ける…</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>元に戻す…</translation>
    </message>
    <message>
        <source>Settled: the change is made, once.</source>
        <translation>確定しました。変更は一度だけ行われています。</translation>
    </message>
    <message>
        <source>The change will not be sent again. If it did reach Stripe, it stays made there. Abandon it?</source>
        <translation>この変更は再送されません。Stripe に届いていた場合は、変更されたままになります。取りやめますか？</translation>
    </message>
    <message>
        <source>Abandon</source>
        <translation>取りやめ</translation>
    </message>
    <message>
        <source>Abandon this change</source>
        <translation>この変更を取りやめる</translation>
    </message>
    <message>
        <source>made</source>
        <translation>実行済み</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Stripe version {version} is sent with every request. Times in {zone}.</source>
        <translation>すべてのリクエストに Stripe バージョン {version} を付けています。時刻は {zone} です。</translation>
    </message>
</context>
<context>
    <name>AddCard</name>
    <message>
        <source>Add a card</source>
        <translation>カードを追加</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Stripe&apos;s page, as a link</source>
        <translation>Stripeのページ（リンク）</translation>
    </message>
    <message>
        <source>Stripe&apos;s customer portal, as a link for now</source>
        <translation>Stripeのカスタマーポータル（すぐに使うリンク）</translation>
    </message>
    <message>
        <source>Id of a token, PaymentMethod or source</source>
        <translation>トークン、PaymentMethodまたはソースのID</translation>
    </message>
    <message>
        <source>A token or source in place of the default source</source>
        <translation>デフォルトのソースをトークンまたはソースで置き換える</translation>
    </message>
    <message>
        <source>A token, or a new expiry for the card on record</source>
        <translation>トークン、または登録済みカードの新しい有効期限</translation>
    </message>
    <message>
        <source>One of Stripe&apos;s test cards</source>
        <translation>Stripeのテストカード</translation>
    </message>
    <message>
        <source>Make it the default card</source>
        <translation>デフォルトのカードにする</translation>
    </message>
    <message>
        <source>Id (tok_…, pm_…, src_…)</source>
        <translation>ID（tok_…、pm_…、src_…）</translation>
    </message>
    <message>
        <source>Test card</source>
        <translation>テストカード</translation>
    </message>
    <message>
        <source>If it is still there, only its expiry is updated; otherwise the token&apos;s is added.</source>
        <translation>まだ存在すれば有効期限だけを更新し、なければトークンのカードを追加します。</translation>
    </message>
    <message>
        <source>Card you have on record</source>
        <translation>記録にあるカード</translation>
    </message>
    <message>
        <source>Expiry (MM/YYYY)</source>
        <translation>有効期限（MM/YYYY）</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Such an id begins with tok_, pm_ or src_.</source>
        <translation>IDはtok_、pm_、src_のいずれかで始まります。</translation>
    </message>
    <message>
        <source>Write a month and a year, such as 09/2030.</source>
        <translation>09/2030のように月と年を入力してください。</translation>
    </message>
    <message>
        <source>Add the card to {name}</source>
        <translation>{name}にカードを追加</translation>
    </message>
    <message>
        <source>The card is added.</source>
        <translation>カードを追加しました。</translation>
    </message>
    <message>
        <source>Make a card page for {name}</source>
        <translation>{name}のカード登録ページを作成</translation>
    </message>
    <message>
        <source>The page is ready; give the link to the customer.</source>
        <translation>ページの準備ができました。リンクを顧客に渡してください。</translation>
    </message>
    <message>
        <source>A card was entered.</source>
        <translation>カードが入力されました。</translation>
    </message>
    <message>
        <source>{card} has come.</source>
        <translation>{card} が登録されました。</translation>
    </message>
    <message>
        <source>{card} has come, as the default card.</source>
        <translation>{card} が登録され、デフォルトカードになりました。</translation>
    </message>
    <message>
        <source>Close the page</source>
        <translation>ページを閉じる</translation>
    </message>
    <message>
        <source>Waiting for the customer…</source>
        <translation>顧客の入力を待っています…</translation>
    </message>
    <message>
        <source>The link leads nowhere now.</source>
        <translation>リンクを無効にしました。</translation>
    </message>
    <message>
        <source>The page has expired or was closed; no card was entered.</source>
        <translation>ページは期限切れか閉じられました。カードは登録されていません。</translation>
    </message>
</context>
<context>
    <name>Arm</name>
    <message>
        <source>Arm this live desk</source>
        <translation>本番デスクの変更を許可</translation>
    </message>
    <message numerus="yes">
        <source>Arm for %n minute(s)</source>
        <translation>
            <numerusform>%n 分間有効にする</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes here move real money. To allow them, type the account&apos;s name: {name}</source>
        <translation>ここでの変更は実際のお金を動かします。許可するには、アカウント名を入力してください：{name}</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>アカウント名</translation>
    </message>
    <message>
        <source>That is not the account&apos;s name.</source>
        <translation>アカウント名が違います。</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n more card(s) have come; the newest stand first under Cards.</source>
        <translation>
            <numerusform>ほかに%n件のカードが登録されました（「カード」に新しい順で表示）。</numerusform>
        </translation>
    </message>
    <message>
        <source>{card} of {name} has come.</source>
        <translation>{name} 様の {card} が登録されました。</translation>
    </message>
    <message>
        <source>It is prepaid, so it was removed as the settings say.</source>
        <translation>プリペイドカードのため、設定に従って削除しました。</translation>
    </message>
    <message>
        <source>Prepaid cards are not accepted: ask for another card.</source>
        <translation>プリペイドカードは利用できません。別のカードをお願いしてください。</translation>
    </message>
    <message>
        <source>Its funding is “{funding}”: look at it before it is used.</source>
        <translation>種別は「{funding}」です。使用前に確認してください。</translation>
    </message>
    <message>
        <source>It is the default card now.</source>
        <translation>デフォルトカードにしました。</translation>
    </message>
    <message>
        <source>It could not be made the default.</source>
        <translation>デフォルトにできませんでした。</translation>
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
    <name>Balance</name>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>Credit or debit</source>
        <translation>クレジットまたは請求</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Credit, in the customer&apos;s favour</source>
        <translation>クレジット（顧客に有利）</translation>
    </message>
    <message>
        <source>Debit, which the customer owes</source>
        <translation>請求（顧客の負担）</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Say what it is for.</source>
        <translation>理由を入力してください。</translation>
    </message>
    <message>
        <source>Credit {amount} to {name}</source>
        <translation>{name}に{amount}のクレジットを付与</translation>
    </message>
    <message>
        <source>Debit {amount} to {name}</source>
        <translation>{name}に{amount}を加算</translation>
    </message>
    <message>
        <source>The balance is changed.</source>
        <translation>残高を変更しました。</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Retry the failed</source>
        <translation>失敗分を再試行</translation>
    </message>
    <message>
        <source>Leave the rest</source>
        <translation>残りを取りやめる</translation>
    </message>
    <message>
        <source>Save the links…</source>
        <translation>リンクを保存…</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Stands still</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Valid until ({zone})</source>
        <translation>有効期限（{zone}）</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) have expired and are left out.</source>
        <translation>
            <numerusform>期限切れの%n件は除きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更済み</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Save the links</source>
        <translation>リンクを保存</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Mail text</source>
        <translation>メール本文</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>{what}: {made} of {total}, {rate}/s</source>
        <translation>{what}: {made} / {total}、毎秒 {rate} 件</translation>
    </message>
    <message>
        <source>{what}…</source>
        <translation>{what}…</translation>
    </message>
    <message>
        <source>Paused: {made} of {total}</source>
        <translation>一時停止中: {made} / {total}</translation>
    </message>
    <message>
        <source>{done} changed, {skipped} left out, {failed} failed, {unknown} unknown.</source>
        <translation>変更 {done} 件、対象外 {skipped} 件、失敗 {failed} 件、不明 {unknown} 件。</translation>
    </message>
    <message>
        <source>Links: {done} made, {skipped} left out, {failed} failed, {unknown} unknown.</source>
        <translation>リンク作成 {done} 件、対象外 {skipped} 件、失敗 {failed} 件、不明 {unknown} 件。</translation>
    </message>
    <message>
        <source>Save the links in Activity.</source>
        <translation>アクティビティでリンクを保存できます。</translation>
    </message>
    <message>
        <source>{waiting} still wait; go on in Activity.</source>
        <translation>{waiting} 件が残っています。アクティビティから続けられます。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message numerus="yes">
        <source>Change %n card(s)</source>
        <translation>
            <numerusform>%n枚のカードを変更</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n link(s)</source>
        <translation>
            <numerusform>%n件のリンクを作成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) to Stripe&apos;s page will be made; save them in Activity. None is mailed.</source>
        <translation>
            <numerusform>Stripeのページへのリンクを%n件作ります。アクティビティで保存できます。メールは送られません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) become the default. Subscriptions that name another card keep it.</source>
        <translation>
            <numerusform>%n枚がデフォルトカードになります。別のカードを指定しているサブスクリプションはそのままです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be changed. No money moves.</source>
        <translation>
            <numerusform>%n枚のカードを変更します。お金は動きません。</numerusform>
        </translation>
    </message>
    <message>
        <source>for the default card</source>
        <translation>デフォルトカード用</translation>
    </message>
    <message>
        <source>This key belongs to the program itself.</source>
        <translation>このキーは本プログラムが使用しています。</translation>
    </message>
    <message>
        <source>A tag cannot hold a comma.</source>
        <translation>タグにコンマは使えません。</translation>
    </message>
    <message>
        <source>A metadata key cannot hold brackets.</source>
        <translation>メタデータのキーに角括弧は使えません。</translation>
    </message>
    <message>
        <source>A key has at most 40 characters, a value 500.</source>
        <translation>キーは 40 文字、値は 500 文字までです。</translation>
    </message>
    <message>
        <source>A description has at most 350 characters.</source>
        <translation>説明は 350 文字までです。</translation>
    </message>
    <message>
        <source>already so</source>
        <translation>変更不要</translation>
    </message>
    <message>
        <source>deleted at Stripe</source>
        <translation>Stripe で削除済み</translation>
    </message>
    <message>
        <source>not wanted any more</source>
        <translation>不要とされた</translation>
    </message>
    <message>
        <source>belongs to no customer</source>
        <translation>顧客に紐づいていない</translation>
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
        <source>to be reviewed first</source>
        <translation>先に審査が必要</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>a PaymentMethod is the default and goes first</source>
        <translation>PaymentMethodがデフォルトで優先されるため</translation>
    </message>
    <message>
        <source>has 50 metadata keys already</source>
        <translation>メタデータのキーがすでに 50 個</translation>
    </message>
    <message>
        <source>the tags would get too long</source>
        <translation>タグが長くなりすぎる</translation>
    </message>
    <message>
        <source>made</source>
        <translation>作成済み</translation>
    </message>
    <message>
        <source>left out: {why}</source>
        <translation>対象外: {why}</translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <translation>失敗: {why}</translation>
    </message>
    <message>
        <source>unknown: {why}</source>
        <translation>不明: {why}</translation>
    </message>
    <message numerus="yes">
        <source>Change %n customer(s)</source>
        <translation>
            <numerusform>%n 件の顧客を変更</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
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
        <source>What to change</source>
        <translation>変更する内容</translation>
    </message>
    <message>
        <source>Make the card that comes the default</source>
        <translation>登録されたカードをデフォルトにする</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>処理内容</translation>
    </message>
    <message>
        <source>Dry list</source>
        <translation>事前確認リスト</translation>
    </message>
    <message>
        <source>Say what to change; nothing is sent before you confirm.</source>
        <translation>変更する内容を入力してください。確定するまで何も送信されません。</translation>
    </message>
    <message>
        <source>Looking: {count} of {total}</source>
        <translation>確認中: {count} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) will be changed. No money moves.</source>
        <translation>
            <numerusform>%n 件の顧客を変更します。お金は動きません。</numerusform>
        </translation>
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
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>ブランド</translation>
    </message>
    <message>
        <source>Last 4</source>
        <translation>下 4 桁</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>審査</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>デフォルト</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Last payment</source>
        <translation>最後の支払い</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>照合</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
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
        <source>These subscriptions name another card themselves. Which of them change too?</source>
        <translation>これらのサブスクリプションは別のカードを指定しています。どれも一緒に変更しますか？</translation>
    </message>
    <message>
        <source>Change a card</source>
        <translation>カードを変更</translation>
    </message>
    <message>
        <source>Name on card</source>
        <translation>カード名義</translation>
    </message>
    <message>
        <source>Expires (MM/YYYY)</source>
        <translation>有効期限（MM/YYYY）</translation>
    </message>
    <message>
        <source>Write a month and a year, such as 09/2030.</source>
        <translation>09/2030のように月と年を入力してください。</translation>
    </message>
    <message>
        <source>Change the card</source>
        <translation>カードを変更する</translation>
    </message>
    <message>
        <source>The card is changed.</source>
        <translation>カードを変更しました。</translation>
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
        <source>Choose a card to see its owner and what it pays for.</source>
        <translation>カードを選ぶと、所有者と支払い対象が表示されます。</translation>
    </message>
    <message>
        <source>Make {card} the default</source>
        <translation>{card} をデフォルトにする</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>承認…</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>拒否…</translation>
    </message>
    <message>
        <source>Link for a new card…</source>
        <translation>新しいカードのリンク…</translation>
    </message>
    <message>
        <source>Not contacted…</source>
        <translation>未連絡に戻す…</translation>
    </message>
    <message>
        <source>Contacted…</source>
        <translation>連絡済みにする…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>The default card is changed.</source>
        <translation>デフォルトカードを変更しました。</translation>
    </message>
    <message>
        <source>Mark {card} as contacted</source>
        <translation>{card} を連絡済みにする</translation>
    </message>
    <message>
        <source>The owner of {card} is marked as contacted.</source>
        <translation>{card} の所有者を連絡済みにしました。</translation>
    </message>
    <message>
        <source>Mark {card} as not contacted</source>
        <translation>{card} を未連絡に戻す</translation>
    </message>
    <message>
        <source>The owner of {card} is marked as not contacted.</source>
        <translation>{card} の所有者を未連絡に戻しました。</translation>
    </message>
    <message>
        <source>Approve {card}</source>
        <translation>{card}を承認</translation>
    </message>
    <message>
        <source>{card} is approved.</source>
        <translation>{card}を承認しました。</translation>
    </message>
    <message>
        <source>Refuse {card} for good</source>
        <translation>{card}を完全に拒否</translation>
    </message>
    <message>
        <source>{card} is refused: what it had paid goes back, and it is removed.</source>
        <translation>{card}を拒否しました。支払い済みの金額を返金し、カードを削除します。</translation>
    </message>
    <message>
        <source>Remove {card} for good</source>
        <translation>{card}を完全に削除</translation>
    </message>
    <message>
        <source>{card} is removed.</source>
        <translation>{card}を削除しました。</translation>
    </message>
    <message>
        <source>The card is removed; the customer has no default card now.</source>
        <translation>カードを削除しました。顧客にはデフォルトのカードがありません。</translation>
    </message>
    <message>
        <source>The card is removed; the default is {card} now.</source>
        <translation>カードを削除しました。現在のデフォルトは{card}です。</translation>
    </message>
    <message>
        <source>This payment method is not a card.</source>
        <translation>この支払い方法はカードではありません。</translation>
    </message>
    <message>
        <source>Make default…</source>
        <translation>デフォルトにする…</translation>
    </message>
    <message>
        <source>Prepaid cards are not accepted: ask the customer for another card.</source>
        <translation>プリペイドカードは受け付けていません。別のカードをお願いしてください。</translation>
    </message>
    <message>
        <source>Stripe does not know how this card is funded: look at it before relying on it.</source>
        <translation>Stripe はこのカードの種別を把握していません。使用前に確認してください。</translation>
    </message>
    <message>
        <source>(expired)</source>
        <translation>（期限切れ）</translation>
    </message>
    <message>
        <source>Not attached to a customer</source>
        <translation>顧客に紐づいていません</translation>
    </message>
    <message>
        <source>CVC check</source>
        <translation>CVC 確認</translation>
    </message>
    <message>
        <source>Address check</source>
        <translation>住所確認</translation>
    </message>
    <message>
        <source>Subscriptions that name this card themselves</source>
        <translation>このカードを直接指定しているサブスクリプション</translation>
    </message>
    <message>
        <source>None; they use the customer&apos;s default card.</source>
        <translation>なし（顧客のデフォルトカードを使用）。</translation>
    </message>
    <message>
        <source>Reusable: charged again and again once attached; removed, it is consumed.</source>
        <translation>再利用可：顧客に紐づけると繰り返し請求できます。削除すると使用済みになります。</translation>
    </message>
    <message>
        <source>Single use: charged once, without being attached.</source>
        <translation>1回限り：顧客に紐づけずに1回だけ請求できます。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>On the bank&apos;s page</source>
        <translation>銀行のページで</translation>
    </message>
    <message>
        <source>By a transfer</source>
        <translation>振込</translation>
    </message>
    <message>
        <source>By a code</source>
        <translation>コードで確認</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>利用方法</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Customer&apos;s consent</source>
        <translation>顧客の承認方法</translation>
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
        <translation>確認不可</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Expiring: 30 days</source>
        <translation>期限切れ間近: 30日</translation>
    </message>
    <message>
        <source>60 days</source>
        <translation>60日</translation>
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
        <source>To review</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>No cards yet. They appear here once customers have added them.</source>
        <translation>カードはまだありません。顧客が追加すると表示されます。</translation>
    </message>
</context>
<context>
    <name>Charge</name>
    <message>
        <source>Charge {name}</source>
        <translation>{name} に請求</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>確認へ</translation>
    </message>
    <message>
        <source>With an invoice, paid at once</source>
        <translation>請求書を作成して即時に支払う</translation>
    </message>
    <message>
        <source>As a payment alone</source>
        <translation>請求書なしの支払いとして</translation>
    </message>
    <message>
        <source>The customer pays on Stripe&apos;s page</source>
        <translation>顧客がStripeのページで支払う</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Charged once in the customer&apos;s name, without attaching it.</source>
        <translation>顧客に紐付けず、顧客の名義で一度だけ請求します。</translation>
    </message>
    <message>
        <source>Source id (src_…)</source>
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
        <source>How</source>
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
        <source>Say what the charge is for.</source>
        <translation>請求の内容を入力してください。</translation>
    </message>
    <message>
        <source>Make an invoice of {amount} for {name}</source>
        <translation>{name} に {amount} の請求書を作成</translation>
    </message>
    <message>
        <source>The page is ready; give the link to the customer.</source>
        <translation>ページの準備ができました。リンクを顧客に渡してください。</translation>
    </message>
    <message>
        <source>The customer&apos;s credit paid it; there is nothing left to pay.</source>
        <translation>顧客のクレジットで支払われました。残額はありません。</translation>
    </message>
    <message>
        <source>Stripe refuses a token together with a customer: add it as a card first, then charge that.</source>
        <translation>Stripeは顧客とトークンの組み合わせを拒否します。先にカードとして追加し、そのカードに請求してください。</translation>
    </message>
    <message>
        <source>A source&apos;s id begins with src_.</source>
        <translation>ソースのIDはsrc_で始まります。</translation>
    </message>
    <message>
        <source>Write an amount, such as 1200 or 12.50.</source>
        <translation>1200 や 12.50 のように金額を入力してください。</translation>
    </message>
    <message>
        <source>This currency has fewer decimal places.</source>
        <translation>この通貨の小数桁数を超えています。</translation>
    </message>
    <message>
        <source>That is more than Stripe can charge.</source>
        <translation>Stripeで請求できる上限を超えています。</translation>
    </message>
    <message>
        <source>Stripe rounds this currency more coarsely.</source>
        <translation>この通貨では Stripe の端数単位に合わせてください。</translation>
    </message>
    <message>
        <source>The amount must be more than nothing.</source>
        <translation>金額は 0 より大きくしてください。</translation>
    </message>
    <message>
        <source>Charge {amount} to {name}</source>
        <translation>{name} に {amount} を請求</translation>
    </message>
    <message>
        <source>{amount} was charged to {name}.</source>
        <translation>{name} に {amount} を請求しました。</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>same e-mail</source>
        <translation>メールが同じ</translation>
    </message>
    <message>
        <source>same telephone number</source>
        <translation>電話番号が同じ</translation>
    </message>
    <message>
        <source>same name and card</source>
        <translation>名前とカードが同じ</translation>
    </message>
    <message>
        <source>Perhaps the same customer</source>
        <translation>同一の可能性がある顧客</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>もう一方</translation>
    </message>
    <message>
        <source>This one, which is kept</source>
        <translation>こちら（残す方）</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Copy the metadata that this one lacks</source>
        <translation>こちらにないメタデータをコピー</translation>
    </message>
    <message>
        <source>End with its period</source>
        <translation>期間終了時に解約</translation>
    </message>
    <message>
        <source>Refund a payment</source>
        <translation>支払いを返金</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
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
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Merge, and refund {amount}</source>
        <translation>統合して{amount}を返金</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>統合</translation>
    </message>
    <message>
        <source>Merged; the other customer stays as it is.</source>
        <translation>統合しました。もう一方の顧客はそのまま残ります。</translation>
    </message>
    <message>
        <source>Perhaps the same customer as {name}: {why}.</source>
        <translation>{name}と同一の顧客かもしれません：{why}。</translation>
    </message>
    <message>
        <source>More than one subscription goes on for {product}.</source>
        <translation>{product}のサブスクリプションが複数継続しています。</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>At most {limit} characters.</source>
        <translation>{limit} 文字以内で入力してください。</translation>
    </message>
    <message>
        <source>That is not an e-mail address.</source>
        <translation>メールアドレスの形式ではありません。</translation>
    </message>
    <message>
        <source>A country is two capital letters, such as JP.</source>
        <translation>国は JP のような大文字 2 文字です。</translation>
    </message>
    <message>
        <source>“{locale}” is not a language, such as ja or en-GB.</source>
        <translation>「{locale}」は ja や en-GB のような言語コードではありません。</translation>
    </message>
    <message>
        <source>Stripe&apos;s API cannot empty this list; leave at least one language.</source>
        <translation>Stripe の API ではこの一覧を空にできません。言語を 1 つ以上残してください。</translation>
    </message>
    <message>
        <source>At most {limit} entries.</source>
        <translation>{limit} 件以内にしてください。</translation>
    </message>
    <message>
        <source>“{key}”: a key has at most 40 characters, a value 500.</source>
        <translation>「{key}」：キーは 40 文字、値は 500 文字以内です。</translation>
    </message>
    <message>
        <source>“{key}” has no value. Press Remove to delete it.</source>
        <translation>「{key}」に値がありません。削除するには「削除」を押してください。</translation>
    </message>
    <message>
        <source>“{key}” is there twice.</source>
        <translation>「{key}」が重複しています。</translation>
    </message>
    <message>
        <source>“{key}” cannot be a key: square brackets are not allowed in it.</source>
        <translation>「{key}」はキーにできません。角かっこは使えません。</translation>
    </message>
    <message>
        <source>Enter a key for the value “{value}”.</source>
        <translation>値「{value}」のキーを入力してください。</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新しい顧客</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name}を編集</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>プレビュー…</translation>
    </message>
    <message>
        <source>In order of preference: ja, en</source>
        <translation>優先順：ja, en</translation>
    </message>
    <message>
        <source>pm_…, tok_… or src_…; it becomes the default card.</source>
        <translation>pm_…、tok_…、src_…。デフォルトのカードになります。</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} を変更</translation>
    </message>
    <message>
        <source>Create {name}</source>
        <translation>{name} を作成</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>変更しました。</translation>
    </message>
    <message>
        <source>Created.</source>
        <translation>作成しました。</translation>
    </message>
    <message>
        <source>Close the form?</source>
        <translation>フォームを閉じますか？</translation>
    </message>
    <message>
        <source>Discard what was typed</source>
        <translation>入力内容を破棄</translation>
    </message>
    <message>
        <source>What you typed is not saved.</source>
        <translation>入力した内容は保存されていません。</translation>
    </message>
</context>
<context>
    <name>CustomerUsage</name>
    <message>
        <source>Usage</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>未読み込み</translation>
    </message>
    <message>
        <source>{month} in 30 days, {before} in the 30 before · read {at}</source>
        <translation>30日間で {month}、その前の30日間で {before}（{at} 時点）</translation>
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
        <translation>滞納</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>契約</translation>
    </message>
    <message>
        <source>Default card</source>
        <translation>デフォルトカード</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Choose a customer to see balance, cards, plans and invoices.</source>
        <translation>顧客を選ぶと、残高・カード・プラン・請求書が表示されます。</translation>
    </message>
    <message>
        <source>This customer was deleted at Stripe. Only this local copy is left.</source>
        <translation>この顧客は Stripe で削除されました。残っているのはこのコピーだけです。</translation>
    </message>
    <message>
        <source>Create anew…</source>
        <translation>新しく作成…</translation>
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
        <source>Pay overdue…</source>
        <translation>延滞分を支払う…</translation>
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
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Tax ids</source>
        <translation>税務ID</translation>
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
        <source>Subscriptions</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>next bill {day}</source>
        <translation>次回請求 {day}</translation>
    </message>
    <message>
        <source>No subscriptions.</source>
        <translation>サブスクリプションはありません。</translation>
    </message>
    <message numerus="yes">
        <source>All %n invoice(s)</source>
        <translation>
            <numerusform>請求書 %n 件すべて</numerusform>
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
        <source>Add a card…</source>
        <translation>カードを追加…</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>デフォルト</translation>
    </message>
    <message>
        <source>No cards.</source>
        <translation>カードはありません。</translation>
    </message>
    <message>
        <source>Credit…</source>
        <translation>クレジット…</translation>
    </message>
    <message>
        <source>Tax ids…</source>
        <translation>税務ID…</translation>
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
        <source>Nobody here is perhaps the same customer.</source>
        <translation>同一の可能性がある顧客はいません。</translation>
    </message>
    <message>
        <source>Remove the note about {name}</source>
        <translation>{name} のメモを削除</translation>
    </message>
    <message>
        <source>The note is removed.</source>
        <translation>メモを削除しました。</translation>
    </message>
    <message>
        <source>Delete {name} for good</source>
        <translation>{name}を完全に削除</translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation>{name}を削除しました。</translation>
    </message>
    <message>
        <source>Nothing of this customer is overdue.</source>
        <translation>この顧客に延滞はありません。</translation>
    </message>
    <message>
        <source>There is no payment that could be refunded.</source>
        <translation>返金できる支払いはありません。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>{amount} credit</source>
        <translation>{amount} のクレジット</translation>
    </message>
    <message>
        <source>{amount} owed</source>
        <translation>{amount} の未収</translation>
    </message>
    <message>
        <source>No default card</source>
        <translation>デフォルトカードなし</translation>
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
        <translation>顧客はまだいません。N キーで最初の顧客を作成できます。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>New customer (N)</source>
        <translation>新しい顧客（N）</translation>
    </message>
    <message>
        <source>New customer…</source>
        <translation>新しい顧客…</translation>
    </message>
    <message>
        <source>Find or create…</source>
        <translation>検索または作成…</translation>
    </message>
</context>
<context>
    <name>Declines</name>
    <message>
        <source>The bank declined without a reason that is known here ({code}).</source>
        <translation>カード会社が拒否しました。ここで知られていない理由です（{code}）。</translation>
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
        <source>The expiry month is not valid.</source>
        <translation>有効期限の月が無効です。</translation>
    </message>
    <message>
        <source>The expiry year is not valid.</source>
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
        <source>The card was reported lost. Do not tell the customer that reason.</source>
        <translation>カードは紛失の届けが出ています。この理由は顧客に伝えないでください。</translation>
    </message>
    <message>
        <source>The customer has no card that could be charged.</source>
        <translation>顧客には請求できるカードがありません。</translation>
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
        <source>The payment method cannot be used at the moment.</source>
        <translation>この支払い方法は現在使えません。</translation>
    </message>
    <message>
        <source>The payment method is restricted.</source>
        <translation>この支払い方法は制限されています。</translation>
    </message>
    <message>
        <source>The PIN was entered wrongly too often.</source>
        <translation>暗証番号の誤入力が多すぎました。</translation>
    </message>
    <message>
        <source>The card may be reported lost or stolen. Do not tell the customer that reason.</source>
        <translation>紛失または盗難の届けが出ている可能性があります。この理由は顧客に伝えないでください。</translation>
    </message>
    <message>
        <source>The card was reported stolen. Do not tell the customer that reason.</source>
        <translation>カードは盗難の届けが出ています。この理由は顧客に伝えないでください。</translation>
    </message>
    <message>
        <source>It is one of Stripe&apos;s test cards, in the wrong mode.</source>
        <translation>Stripeのテストカードが、異なるモードで使われました。</translation>
    </message>
    <message>
        <source>The card does not support 3-D Secure.</source>
        <translation>このカードは3Dセキュアに対応していません。</translation>
    </message>
    <message>
        <source>The bank declined and gives no reason.</source>
        <translation>カード会社が拒否しました。理由は示されていません。</translation>
    </message>
    <message>
        <source>The card does not support this currency.</source>
        <translation>このカードはこの通貨に対応していません。</translation>
    </message>
    <message>
        <source>The customer told the bank not to allow this.</source>
        <translation>顧客がカード会社にこの支払いを認めないよう伝えています。</translation>
    </message>
    <message>
        <source>The bank does not honour it and gives no reason.</source>
        <translation>カード会社が承認しません。理由は示されていません。</translation>
    </message>
    <message>
        <source>The bank declined and asks not to try again.</source>
        <translation>カード会社が拒否し、再試行しないよう求めています。</translation>
    </message>
    <message>
        <source>The mandate for recurring payments ended.</source>
        <translation>継続支払いの委任が終了しています。</translation>
    </message>
    <message>
        <source>The bank could not be reached.</source>
        <translation>カード会社に接続できませんでした。</translation>
    </message>
    <message>
        <source>The bank does not permit this payment.</source>
        <translation>カード会社がこの支払いを許可していません。</translation>
    </message>
    <message>
        <source>The customer declined the payment.</source>
        <translation>顧客が支払いを拒否しました。</translation>
    </message>
    <message>
        <source>The provider of the payment method did not answer.</source>
        <translation>支払い方法の提供元が応答しませんでした。</translation>
    </message>
    <message>
        <source>An error happened while the card was processed.</source>
        <translation>カードの処理中にエラーが発生しました。</translation>
    </message>
    <message>
        <source>The bank refers to the customer.</source>
        <translation>カード会社は顧客への確認を求めています。</translation>
    </message>
    <message>
        <source>The customer withdrew the permission for such payments.</source>
        <translation>顧客がこのような支払いの許可を取り消しました。</translation>
    </message>
    <message>
        <source>The bank declined for a reason of security.</source>
        <translation>カード会社がセキュリティ上の理由で拒否しました。</translation>
    </message>
    <message>
        <source>The bank does not allow this service.</source>
        <translation>カード会社がこのサービスを認めていません。</translation>
    </message>
    <message>
        <source>The customer told the bank to stop these payments.</source>
        <translation>顧客がカード会社にこの支払いの停止を依頼しました。</translation>
    </message>
    <message>
        <source>The bank does not allow this kind of payment.</source>
        <translation>カード会社がこの種類の支払いを認めていません。</translation>
    </message>
    <message>
        <source>The bank declined for now.</source>
        <translation>カード会社が今回は拒否しました。</translation>
    </message>
    <message>
        <source>Stripe blocked it for this payment method.</source>
        <translation>この支払い方法についてStripeがブロックしました。</translation>
    </message>
    <message>
        <source>The amount is above the limit.</source>
        <translation>金額が上限を超えています。</translation>
    </message>
    <message>
        <source>The amount is below the smallest that can be charged.</source>
        <translation>金額が請求できる最小額を下回っています。</translation>
    </message>
    <message>
        <source>The payment could not be authorized.</source>
        <translation>支払いを承認できませんでした。</translation>
    </message>
    <message>
        <source>The customer did not pass 3-D Secure.</source>
        <translation>顧客が3Dセキュア認証を完了しませんでした。</translation>
    </message>
    <message>
        <source>The bank wants the customer to confirm with 3-D Secure.</source>
        <translation>カード会社が顧客の3Dセキュア認証を求めています。</translation>
    </message>
    <message>
        <source>This card was declined too often.</source>
        <translation>このカードは拒否された回数が多すぎます。</translation>
    </message>
    <message>
        <source>The card&apos;s limit of balance, credit or amount is exceeded.</source>
        <translation>カードの残高、利用枠または金額の上限を超えています。</translation>
    </message>
    <message>
        <source>A payment of the same amount was made just before.</source>
        <translation>直前に同じ金額の支払いがありました。</translation>
    </message>
    <message>
        <source>Stripe or the bank suspects fraud. Tell the customer only that the card was declined.</source>
        <translation>Stripeまたはカード会社が不正を疑っています。顧客にはカードが拒否されたことだけを伝えてください。</translation>
    </message>
    <message>
        <source>Stripe blocked it because the risk of fraud is high.</source>
        <translation>不正のリスクが高いため、Stripeがブロックしました。</translation>
    </message>
    <message>
        <source>The card has insufficient funds.</source>
        <translation>カードの残高が不足しています。</translation>
    </message>
    <message>
        <source>The amount is not valid or above what the card allows.</source>
        <translation>金額が無効か、カードの上限を超えています。</translation>
    </message>
    <message>
        <source>Stripe blocked it: the bank would hardly accept.</source>
        <translation>カード会社が承認する見込みが低いため、Stripeがブロックしました。</translation>
    </message>
    <message>
        <source>The card is on this account&apos;s own block list.</source>
        <translation>このカードはアカウントのブロックリストに載っています。</translation>
    </message>
    <message>
        <source>The attempt took too long and expired.</source>
        <translation>試行に時間がかかりすぎ、期限が切れました。</translation>
    </message>
    <message>
        <source>The attempt failed on the way to the bank.</source>
        <translation>カード会社へ届く途中で失敗しました。</translation>
    </message>
    <message>
        <source>The bank could not process it for a reason it does not know.</source>
        <translation>カード会社が不明な理由で処理できませんでした。</translation>
    </message>
    <message>
        <source>One of this account&apos;s own Radar rules blocked it.</source>
        <translation>このアカウントのRadarルールがブロックしました。</translation>
    </message>
    <message>
        <source>The card&apos;s limit is exceeded.</source>
        <translation>カードの上限を超えています。</translation>
    </message>
    <message>
        <source>Ask for another card: send a card page.</source>
        <translation>別のカードを依頼してください。カード登録ページを送れます。</translation>
    </message>
    <message>
        <source>The customer should ask the bank, or use another card.</source>
        <translation>顧客にカード会社への確認か、別のカードの利用を勧めてください。</translation>
    </message>
    <message>
        <source>The customer should enter the card again: send a card page.</source>
        <translation>顧客にカードを再入力してもらってください。カード登録ページを送れます。</translation>
    </message>
    <message>
        <source>Try again later; if it happens again, the customer should ask the bank.</source>
        <translation>後でもう一度試してください。繰り返す場合は、顧客からカード会社に確認が必要です。</translation>
    </message>
    <message>
        <source>The customer must confirm it: send the page where the invoice can be paid.</source>
        <translation>顧客の認証が必要です。請求書の支払いページを送ってください。</translation>
    </message>
    <message>
        <source>Try again in some days, or use another card.</source>
        <translation>数日後にもう一度試すか、別のカードを使ってください。</translation>
    </message>
    <message>
        <source>Check the amount, and whether it was paid already.</source>
        <translation>金額と、すでに支払い済みでないかを確認してください。</translation>
    </message>
    <message>
        <source>Do not try again. If the customer is known to you, ask for another card.</source>
        <translation>再試行しないでください。よく知る顧客であれば、別のカードを依頼してください。</translation>
    </message>
    <message>
        <source>Use a real card in live, and a test card in test.</source>
        <translation>本番では実在のカード、テストではテストカードを使ってください。</translation>
    </message>
    <message>
        <source>The customer has to give a card first: send a card page.</source>
        <translation>先にカードの登録が必要です。カード登録ページを送ってください。</translation>
    </message>
    <message>
        <source>The same card will not work, however often it is tried.</source>
        <translation>同じカードは何度試しても使えません。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The record of changes on this computer was damaged. It was kept as {file} and a new one was begun.</source>
        <translation>このコンピューターの変更記録が破損していました。{file} として保管し、新しい記録を始めました。</translation>
    </message>
    <message>
        <source>Keys and the local copy are kept in memory for this start only; nothing is on the disk.</source>
        <translation>キーとコピーは今回の起動中だけメモリーに保持し、ディスクには何も保存しません。</translation>
    </message>
    <message>
        <source>Compare the audit log with the logs in Stripe&apos;s Dashboard (Developers).</source>
        <translation>監査ログを、Stripeダッシュボード（開発者）のログと照合してください。</translation>
    </message>
    <message>
        <source>The settings file could not be read, so those before the last change are used where possible. If accounts are missing, add them again: their keys and records are untouched. The file is kept as {file}.</source>
        <translation>設定ファイルを読み込めなかったため、可能な範囲で前回変更前の設定を使います。アカウントが表示されない場合は、もう一度追加してください。キーと記録はそのまま残っています。元のファイルは{file}として保存されています。</translation>
    </message>
    <message>
        <source>Some settings could not be read: {fields}. Defaults are used for them. The file is kept as {file}.</source>
        <translation>一部の設定を読み込めませんでした: {fields}。これらには既定値を使います。元のファイルは{file}として保存されています。</translation>
    </message>
    <message>
        <source>Billing Desk did not close properly last time, so no object is opened automatically. Choose a row to open it.</source>
        <translation>前回Billing Deskが正常に終了しなかったため、自動的に表示される項目はありません。表示する行を選択してください。</translation>
    </message>
    <message>
        <source>The local copy was damaged and is being read again. The record of changes is untouched.</source>
        <translation>コピーが破損していたため読み直しています。変更の記録に影響はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) went by in the practice account. It is now {moment} there.</source>
        <translation>
            <numerusform>練習用アカウントで%n日が過ぎました。現在は {moment} です。</numerusform>
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
        <source>Stripe has no such object any more.</source>
        <translation>Stripe にこの項目はもうありません。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>This object contains data that Stripe does not send, so it cannot be displayed.</source>
        <translation>Stripeが送信しない形式のデータが含まれているため、表示できません。</translation>
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
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export {what}</source>
        <translation>{what}の書き出し</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets and other programs</source>
        <translation>CSV（表計算・他のプログラム用）</translation>
    </message>
    <message>
        <source>Excel workbook with totals (XLSX)</source>
        <translation>Excelブック・合計付き（XLSX）</translation>
    </message>
    <message>
        <source>JSON lines</source>
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
        <source>The columns and the order are those of the table; times are in {zone}. The file is not encrypted.</source>
        <translation>列と順序は表のとおりです。時刻は{zone}です。ファイルは暗号化されません。</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>ファイル名を入力してください。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>フォルダー{folder}がありません。</translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation>同名のファイルがあり、置き換えられます。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>書き出し先</translation>
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
        <source>Exported</source>
        <translation>書き出し日時</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Exporting: {count} rows, {rate}/s</source>
        <translation>書き出し中: {count}行、{rate}行/秒</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>書き出し中…</translation>
    </message>
    <message>
        <source>{rows} exported to {file}.</source>
        <translation>{rows}を{file}に書き出しました。</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written.</source>
        <translation>書き出しを中止しました。ファイルは作成されていません。</translation>
    </message>
    <message>
        <source>The file {file} cannot be written: {reason}</source>
        <translation>ファイル{file}に書き込めません: {reason}</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>That looked like a card number, so it was removed. Card numbers never enter this program: send the customer a card page instead.</source>
        <translation>カード番号と思われるため消去しました。このプログラムにカード番号は入力できません。代わりにカード登録ページを顧客に送ってください。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter: words, or {token}</source>
        <translation>絞り込み：語句、または {token}</translation>
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
        <source>Save as a view…</source>
        <translation>ビューとして保存…</translation>
    </message>
    <message>
        <source>Delete the view “{name}”</source>
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
        <source>Find or create a customer</source>
        <translation>顧客を検索または作成</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Looks the customer up at Stripe itself. If there is none, or it was deleted, a new one is previewed. Two people who do this at once with the same own id get one customer.</source>
        <translation>Stripe で顧客を直接検索します。見つからない、または削除済みの場合は、新規作成をプレビューします。同じ自社 ID で 2 人が同時に行っても、顧客は 1 人だけ作成されます。</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Stripe id you have on record (cus_…), if any</source>
        <translation>控えている Stripe ID（cus_…、あれば）</translation>
    </message>
    <message>
        <source>Your own id for the customer, if any</source>
        <translation>自社での顧客 ID（あれば）</translation>
    </message>
    <message>
        <source>Name for a new customer</source>
        <translation>新規作成時の名前</translation>
    </message>
    <message>
        <source>An e-mail is needed to look for the customer.</source>
        <translation>顧客の検索にはメールアドレスが必要です。</translation>
    </message>
    <message>
        <source>Found.</source>
        <translation>見つかりました。</translation>
    </message>
    <message>
        <source>Create {name}</source>
        <translation>{name} を作成</translation>
    </message>
    <message>
        <source>Created.</source>
        <translation>作成しました。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Set these files aside…</source>
        <translation>これらのファイルを退避…</translation>
    </message>
    <message>
        <source>Set them aside</source>
        <translation>退避する</translation>
    </message>
    <message>
        <source>Welcome to Billing Desk</source>
        <translation>Billing Desk へようこそ</translation>
    </message>
    <message>
        <source>{place}: the record of changes is kept under another name and a new one is started. Interrupted changes can then not be resumed from here; look them up in Stripe. If the keyring may only be locked, unlock it and try again instead.</source>
        <translation>{place}: 変更の記録は別の名前で保管され、新しい記録が始まります。中断された変更はここから再開できなくなるため、Stripeで確認してください。キーリングがロックされているだけの可能性がある場合は、ロックを解除してからもう一度お試しください。</translation>
    </message>
    <message>
        <source>{place} could not be opened</source>
        <translation>{place}を開けませんでした</translation>
    </message>
    <message>
        <source>See a whole Stripe account at once, preview every change, and never charge twice or in the wrong mode. Try everything in the practice account first: it behaves like Stripe and touches nothing.</source>
        <translation>Stripe アカウント全体を一度に見渡し、すべての変更を事前に確認でき、二重請求やモードの取り違えが起きません。まずは練習用アカウントでお試しください。Stripe と同じように動き、実際のデータには触れません。</translation>
    </message>
    <message>
        <source>Open the practice account</source>
        <translation>練習用アカウントを開く</translation>
    </message>
    <message>
        <source>Add a Stripe account…</source>
        <translation>Stripe アカウントを追加…</translation>
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
        <translation>{what}: 手順 {step} / {count}</translation>
    </message>
    <message>
        <source>Stop before the next step</source>
        <translation>次の手順の前で停止</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Export what is shown (Ctrl+E)</source>
        <translation>表示中の内容を書き出す（Ctrl+E）</translation>
    </message>
    <message>
        <source>Change many…</source>
        <translation>まとめて変更…</translation>
    </message>
    <message>
        <source>The selected rows, or all that the filter shows (Ctrl+Shift+M)</source>
        <translation>選択した行、または絞り込みで表示中のすべて (Ctrl+Shift+M)</translation>
    </message>
    <message>
        <source>more than {count} rows</source>
        <translation>{count}行以上</translation>
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
        <source>Due</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>次回試行</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Choose an invoice to see its lines and payments.</source>
        <translation>請求書を選ぶと、明細と支払いが表示されます。</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払い済み</translation>
    </message>
    <message>
        <source>Finalizes by itself</source>
        <translation>自動確定</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>Made because of</source>
        <translation>作成理由</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>No lines.</source>
        <translation>明細はありません。</translation>
    </message>
    <message>
        <source>Stripe holds more lines than are shown here.</source>
        <translation>Stripe には、ここに表示されていない明細があります。</translation>
    </message>
    <message>
        <source>(proration)</source>
        <translation>（日割り）</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支払い</translation>
    </message>
    <message>
        <source>No payments.</source>
        <translation>支払いはありません。</translation>
    </message>
    <message>
        <source>a new subscription</source>
        <translation>新しいサブスクリプション</translation>
    </message>
    <message>
        <source>a new billing period</source>
        <translation>新しい請求期間</translation>
    </message>
    <message>
        <source>a changed subscription</source>
        <translation>サブスクリプションの変更</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>手動作成</translation>
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
        <source>No invoices yet.</source>
        <translation>請求書はまだありません。</translation>
    </message>
    <message>
        <source>Pay {amount}…</source>
        <translation>{amount} を支払う…</translation>
    </message>
    <message>
        <source>Payment page…</source>
        <translation>支払いページ…</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>無効にする…</translation>
    </message>
    <message>
        <source>Collect {amount} for {name}</source>
        <translation>{name} の {amount} を回収</translation>
    </message>
    <message>
        <source>Stripe is collecting it; the invoice is not paid yet.</source>
        <translation>Stripeが回収中です。請求書はまだ支払われていません。</translation>
    </message>
    <message>
        <source>{amount} was paid.</source>
        <translation>{amount} が支払われました。</translation>
    </message>
    <message>
        <source>Void {name} for good</source>
        <translation>{name} を無効にする（取り消せません）</translation>
    </message>
    <message>
        <source>The invoice is void.</source>
        <translation>請求書を無効にしました。</translation>
    </message>
</context>
<context>
    <name>JobArea</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>読み込みを再開</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>読み込みを一時停止</translation>
    </message>
    <message>
        <source>Reading is paused</source>
        <translation>読み込みは一時停止中</translation>
    </message>
    <message>
        <source>Reading {what}: {count} objects, {rate}/s</source>
        <translation>{what}を読み込み中: {count}件、{rate}件/秒</translation>
    </message>
    <message>
        <source>Completing cards and lines: {count} to go</source>
        <translation>カードと明細を補完中: 残り{count}件</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Key for {name}</source>
        <translation>{name} のキー</translation>
    </message>
    <message>
        <source>Add a Stripe account</source>
        <translation>Stripe アカウントを追加</translation>
    </message>
    <message>
        <source>The key is kept in this computer&apos;s keyring and nowhere else. Use a restricted key (rk_…) that allows only what you do here; create it in Stripe&apos;s dashboard under Developers, API keys.</source>
        <translation>キーはこのコンピューターのキーリングだけに保存されます。必要な権限だけを持つ制限付きキー（rk_…）を、Stripe ダッシュボードの「開発者」→「API キー」で作成して使ってください。</translation>
    </message>
    <message>
        <source>Use keys for this start only; nothing is stored on this computer</source>
        <translation>今回の起動中だけキーを使い、このコンピューターには保存しない</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API キー</translation>
    </message>
    <message>
        <source>Only for a Stripe imitation on this machine, such as http://localhost:8420. Leave empty otherwise.</source>
        <translation>このコンピューター上の Stripe 互換サーバー専用です（例：http://localhost:8420）。通常は空欄にします。</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>API アドレス</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>モード</translation>
    </message>
    <message>
        <source>Name (empty: as at Stripe)</source>
        <translation>名前（空欄なら Stripe の名前）</translation>
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
        <source>{name} already has a key for {mode}: {key}. If the new key replaces it, the old one is deleted from the keyring.</source>
        <translation>{name}には{mode}用のキーがすでにあります: {key}。新しいキーに置き換えると、古いキーはキーリングから削除されます。</translation>
    </message>
    <message>
        <source>Replace the key?</source>
        <translation>キーを置き換えますか？</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>キーを置き換える</translation>
    </message>
    <message>
        <source>This live key is unrestricted: whoever gets it can refund, pay out and delete everything. A restricted key needs: read for Customers, Payment Methods, Products, Prices, Plans, Subscriptions, Invoices, Meters, Events and Balance; write for Customers.</source>
        <translation>この本番キーには制限がなく、手に入れた人は返金・出金・削除を何でも行えます。制限付きキーに必要な権限：Customers、Payment Methods、Products、Prices、Plans、Subscriptions、Invoices、Meters、Events、Balance の読み取りと、Customers の書き込み。</translation>
    </message>
    <message>
        <source>Unrestricted live key</source>
        <translation>制限のない本番キー</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>それでも使う</translation>
    </message>
    <message>
        <source>Stripe could not be reached to check the key. Nothing was saved.</source>
        <translation>キーを確認するための Stripe への接続に失敗しました。保存していません。</translation>
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
        <source>Copy the link</source>
        <translation>リンクをコピー</translation>
    </message>
    <message>
        <source>Copy a mail text</source>
        <translation>メール本文をコピー</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>ブラウザで開く</translation>
    </message>
    <message>
        <source>This address is not one of Stripe&apos;s, so it is not opened from here. If your account has its own domain for Stripe&apos;s pages, check that this is it before you give it to the customer.</source>
        <translation>このアドレスはStripeのものではないため、ここからは開けません。アカウントでStripeのページに独自ドメインを使用している場合は、お客様に渡す前にそのドメインであることを確認してください。</translation>
    </message>
    <message>
        <source>This is not a secure web address, so it can be neither opened nor copied here.</source>
        <translation>安全なウェブアドレスではないため、ここから開くこともコピーすることもできません。</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <source>{name} is locked</source>
        <translation>{name} はロックされています</translation>
    </message>
    <message>
        <source>What is on its way is seen through first.</source>
        <translation>送信中の変更を最後まで確認しています。</translation>
    </message>
    <message>
        <source>The keys are out of memory. Unlocking reads them from the system&apos;s keyring again.</source>
        <translation>キーはメモリから消去されました。ロックを解除すると、システムのキーリングから読み直します。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロック解除</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n change(s) were interrupted. Open Activity (Ctrl+J) to settle them.</source>
        <translation>
            <numerusform>%n 件の変更が中断されています。アクティビティ（Ctrl+J）で確定してください。</numerusform>
        </translation>
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
        <source>Remove this line</source>
        <translation>この行を削除</translation>
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
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Write a note…</source>
        <translation>メモを書く…</translation>
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
        <source>Write a note</source>
        <translation>メモを書く</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Kept in Stripe&apos;s metadata, so that colleagues see it. At most {count} characters.</source>
        <translation>Stripeのメタデータに保存され、同僚にも見えます。{count}文字まで。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Write something.</source>
        <translation>何か入力してください。</translation>
    </message>
    <message>
        <source>{count} characters are too many.</source>
        <translation>{count}文字あり、上限を超えています。</translation>
    </message>
    <message>
        <source>Write the note about {name}</source>
        <translation>{name} についてメモを書く</translation>
    </message>
    <message>
        <source>The note is written.</source>
        <translation>メモを書きました。</translation>
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
        <source>No answer came back, so it is not known whether the change was made. It is kept in Activity: resume it there, it cannot be made twice.</source>
        <translation>応答がなかったため、変更されたかどうかわかりません。アクティビティに保存してあるので、そこから再開してください。二重に変更されることはありません。</translation>
    </message>
    <message>
        <source>The disk is full, so the local copy stands still. Free some space; reading then goes on by itself. Changes can still be made and are recorded.</source>
        <translation>ディスクがいっぱいのため、ローカルコピーの更新が止まっています。空き容量を増やすと自動で再開します。変更は引き続き行え、記録されます。</translation>
    </message>
    <message>
        <source>Stripe could not be reached. What you see is the local copy; check the network and try again.</source>
        <translation>Stripe に接続できません。表示中の内容はコピーです。ネットワークを確認してやり直してください。</translation>
    </message>
    <message>
        <source>Stripe is receiving too many requests from this account. Try again in a minute.</source>
        <translation>このアカウントから Stripe へのリクエストが多すぎます。1 分後にやり直してください。</translation>
    </message>
    <message>
        <source>Stripe has no such object in this account and mode; it may have been deleted.</source>
        <translation>このアカウントとモードの Stripe に該当する項目がありません。削除された可能性があります。</translation>
    </message>
    <message>
        <source>Stripe answered with an error of its own. Try again later.</source>
        <translation>Stripe 側でエラーが発生しました。後でやり直してください。</translation>
    </message>
    <message>
        <source>The bank declined. {why} {advice}</source>
        <translation>カード会社が拒否しました。{why}{advice}</translation>
    </message>
    <message>
        <source>The files of this account were written by a newer Billing Desk. Open them with that one.</source>
        <translation>このアカウントのファイルは、より新しい Billing Desk で作成されています。そちらで開いてください。</translation>
    </message>
    <message>
        <source>The files of this account cannot be opened. Check that they are yours to read and write.</source>
        <translation>このアカウントのファイルを開けません。読み書きの権限を確認してください。</translation>
    </message>
    <message>
        <source>{count} changes were made within an hour, which is the ceiling in the settings. Nothing was sent.</source>
        <translation>1 時間に {count} 件の変更が行われ、設定の上限に達しました。何も送信していません。</translation>
    </message>
    <message>
        <source>More than {limit} in one change is over the ceiling in the settings. Nothing was sent.</source>
        <translation>1 回の変更で {limit} を超えるため、設定の上限により停止しました。何も送信していません。</translation>
    </message>
    <message>
        <source>More than {limit} within an hour is over the ceiling in the settings. Nothing was sent.</source>
        <translation>1 時間の合計が {limit} を超えるため、設定の上限により停止しました。何も送信していません。</translation>
    </message>
    <message>
        <source>What would be sent looks like a card number, so it was stopped. Nothing was sent.</source>
        <translation>送信内容にカード番号らしいものが含まれるため停止しました。何も送信していません。</translation>
    </message>
    <message>
        <source>This invoice is not open any more, so this cannot be done.</source>
        <translation>この請求書はすでに未払い状態ではないため、実行できません。</translation>
    </message>
    <message>
        <source>What is metered has no quantity that could be changed.</source>
        <translation>従量課金の項目には変更できる数量がありません。</translation>
    </message>
    <message>
        <source>Only a payment method that is attached to a customer can be the default.</source>
        <translation>デフォルトにできるのは、顧客に紐づいた支払い方法だけです。</translation>
    </message>
    <message>
        <source>This customer was deleted at Stripe.</source>
        <translation>この顧客は Stripe で削除されています。</translation>
    </message>
    <message>
        <source>This card is the customer&apos;s already.</source>
        <translation>このカードはすでにこの顧客のものです。</translation>
    </message>
    <message>
        <source>Test cards do not work in live.</source>
        <translation>テストカードは本番では使えません。</translation>
    </message>
    <message>
        <source>Such an id begins with tok_, pm_ or src_.</source>
        <translation>IDはtok_、pm_、src_のいずれかで始まります。</translation>
    </message>
    <message>
        <source>Only a token or a source can replace the default source.</source>
        <translation>デフォルトのソースを置き換えられるのはトークンまたはソースだけです。</translation>
    </message>
    <message>
        <source>Stripe holds at most 50 metadata keys; remove a note or another key first.</source>
        <translation>Stripeのメタデータは50個までです。先にメモか他のキーを削除してください。</translation>
    </message>
    <message>
        <source>Another default card was chosen since; it stays.</source>
        <translation>その後、別のデフォルトカードが選ばれたため、そのままにします。</translation>
    </message>
    <message>
        <source>Removing it would change what is charged from which card; look at it yourself.</source>
        <translation>削除すると請求先のカードが変わります。ご自身で確認してください。</translation>
    </message>
    <message>
        <source>This note is not there any more.</source>
        <translation>このメモはもうありません。</translation>
    </message>
    <message>
        <source>Prepaid cards are refused; see the settings.</source>
        <translation>プリペイドカードは受け付けていません（設定を参照）。</translation>
    </message>
    <message>
        <source>This source can be used once only, so it cannot be attached. Charge it without attaching it.</source>
        <translation>このソースは一度しか使えないため紐付けできません。紐付けずに請求してください。</translation>
    </message>
    <message>
        <source>This cannot be changed at a card of this kind.</source>
        <translation>この種類のカードでは変更できません。</translation>
    </message>
    <message>
        <source>It is the only card of a customer whose subscriptions go on, so it stays. Add another card first, or end the subscriptions.</source>
        <translation>継続中のサブスクリプションがある顧客の唯一のカードなので削除できません。先に別のカードを追加するか、サブスクリプションを終了してください。</translation>
    </message>
    <message>
        <source>The customer has no card that could be charged. Send a card page first.</source>
        <translation>顧客には請求できるカードがありません。先にカード登録ページを送ってください。</translation>
    </message>
    <message>
        <source>Stripe refuses a token together with a customer. Add it as a card, then charge that.</source>
        <translation>Stripeは顧客とトークンの組み合わせを拒否します。カードとして追加し、そのカードに請求してください。</translation>
    </message>
    <message>
        <source>This source cannot be charged any more, or not yet.</source>
        <translation>このソースには請求できません（使用済み、または準備中です）。</translation>
    </message>
    <message>
        <source>This card belongs to another customer.</source>
        <translation>このカードは別の顧客のものです。</translation>
    </message>
    <message>
        <source>So much is not left of this payment.</source>
        <translation>この支払いにはそれだけの残額がありません。</translation>
    </message>
    <message>
        <source>Only an address on this machine may be used, such as http://localhost:8420, and only for test.</source>
        <translation>使えるのは http://localhost:8420 のようなこのコンピューター上のアドレスだけで、テスト専用です。</translation>
    </message>
    <message>
        <source>Stripe refuses “{field}”: {reason}</source>
        <translation>Stripe は「{field}」を受け付けません：{reason}</translation>
    </message>
    <message>
        <source>Stripe refuses this: {reason}</source>
        <translation>Stripe はこの内容を受け付けません：{reason}</translation>
    </message>
    <message>
        <source>This change was settled or abandoned meanwhile. Look at it in Activity.</source>
        <translation>この変更はその間に確定または取りやめになりました。アクティビティで確認してください。</translation>
    </message>
    <message>
        <source>The same change is already on its way or waiting in Activity. Finish that one first.</source>
        <translation>同じ変更が送信中か、アクティビティで待機中です。先にそちらを完了してください。</translation>
    </message>
    <message>
        <source>Somebody else is changing the same object right now. Look at it again, then retry.</source>
        <translation>ほかの人が同じ項目を変更中です。内容を確認してからやり直してください。</translation>
    </message>
    <message>
        <source>This live desk is view-only. Arm it first: click the mode chip and type the account&apos;s name.</source>
        <translation>この本番デスクは閲覧専用です。モードの表示をクリックし、アカウント名を入力して変更を許可してください。</translation>
    </message>
    <message>
        <source>This change was made for another account or mode, so it was not sent.</source>
        <translation>この変更は別のアカウントまたはモード用のため、送信しませんでした。</translation>
    </message>
    <message>
        <source>Stripe shows no trace of this change, and it is too old to be sent again safely. Abandon it and make it anew if it is still wanted.</source>
        <translation>Stripe にこの変更の形跡はなく、安全に再送できる期限も過ぎています。取りやめて、必要なら改めて変更してください。</translation>
    </message>
    <message>
        <source>The key lacks the permission “{permission}”. Add it in Stripe&apos;s dashboard.</source>
        <translation>キーに権限「{permission}」がありません。Stripe ダッシュボードで追加してください。</translation>
    </message>
    <message>
        <source>The key is not allowed to do this.</source>
        <translation>このキーでは許可されていません。</translation>
    </message>
    <message>
        <source>The record of changes of this account does not open with the key in the keyring, and whether it is damaged or was written with another key cannot be told. It was left as it is.</source>
        <translation>このアカウントの変更の記録は、キーリングにあるキーでは開けません。破損しているのか、別のキーで書き込まれたのかは判別できません。ファイルはそのまま残してあります。</translation>
    </message>
    <message>
        <source>The record of changes in this account&apos;s place belongs to another account or mode. It was left as it is; put the right file back.</source>
        <translation>このアカウントの場所にある変更の記録は、別のアカウントまたはモードのものです。ファイルはそのまま残してあります。正しいファイルに戻してください。</translation>
    </message>
    <message>
        <source>The key in the keyring is not of this mode, so it was not used. Enter the right key again.</source>
        <translation>キーリングにあるキーはこのモードのものではないため、使用しませんでした。正しいキーを入力し直してください。</translation>
    </message>
    <message>
        <source>This account belongs to a server of this computer, but the settings name no address for it, so nothing was sent. Enter its key again, with the address.</source>
        <translation>このアカウントはこのコンピューターのサーバーのものですが、設定に接続先がないため、何も送信していません。アドレスと一緒にキーを入力し直してください。</translation>
    </message>
    <message>
        <source>The settings name the address “{address}” for a live key. Live keys are only sent to Stripe, so nothing was sent. Take the address out of {file}, or enter the key again.</source>
        <translation>設定で、本番キーにアドレス「{address}」が指定されています。本番キーはStripeにのみ送信されるため、何も送信していません。{file}からアドレスを削除するか、キーを入力し直してください。</translation>
    </message>
    <message>
        <source>The settings name the address “{address}” for an account at Stripe. Its key is only sent to Stripe, so nothing was sent. Take the address out of {file}, or enter the key again.</source>
        <translation>設定に、Stripeのアカウントの接続先として「{address}」が指定されています。このキーはStripe以外には送信されないため、何も送信していません。{file}からアドレスを削除するか、キーを入力し直してください。</translation>
    </message>
    <message>
        <source>The settings name the address “{address}”, which is not on this computer, so nothing was sent. Correct it in {file}, or enter the key again.</source>
        <translation>設定のアドレス「{address}」はこのコンピューターのものではないため、何も送信していません。{file}を修正するか、キーを入力し直してください。</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” cannot be used: its address must look like http://proxy.example:8080. Change it under Settings, Network.</source>
        <translation>プロキシ「{proxy}」は使用できません。アドレスはhttp://proxy.example:8080のような形式で、「設定」の「ネットワーク」で変更してください。</translation>
    </message>
    <message>
        <source>The proxy did not let the connection to Stripe through ({reason}). Nothing was sent. Check the proxy under Settings, Network.</source>
        <translation>プロキシがStripeへの接続を許可しませんでした（{reason}）。何も送信していません。「設定」の「ネットワーク」でプロキシを確認してください。</translation>
    </message>
    <message>
        <source>The certificate file {file} cannot be read, so nothing was sent. Choose another one under Settings, Network: a PEM file from your IT department.</source>
        <translation>証明書ファイル{file}を読み取れないため、何も送信していません。「設定」の「ネットワーク」で、IT部門から提供されたPEMファイルを選択してください。</translation>
    </message>
    <message>
        <source>The certificate of Stripe&apos;s server is not trusted ({reason}), so nothing was sent. If a proxy of your company checks encrypted connections, choose its certificate file under Settings, Network.</source>
        <translation>Stripeのサーバーの証明書が信頼されていないため（{reason}）、何も送信していません。会社のプロキシが暗号化された接続を検査している場合は、「設定」の「ネットワーク」でその証明書ファイルを選択してください。</translation>
    </message>
    <message>
        <source>That is a publishable key (pk_…). Billing Desk needs a restricted or secret key (rk_… or sk_…).</source>
        <translation>これは公開可能キー（pk_…）です。制限付きキーまたはシークレットキー（rk_…、sk_…）が必要です。</translation>
    </message>
    <message>
        <source>That is a webhook signing secret (whsec_…). Billing Desk needs a restricted or secret key.</source>
        <translation>これは Webhook の署名シークレット（whsec_…）です。制限付きキーまたはシークレットキーが必要です。</translation>
    </message>
    <message>
        <source>That is not a Stripe API key. It starts with rk_test_, rk_live_, sk_test_ or sk_live_.</source>
        <translation>Stripe の API キーではありません。rk_test_、rk_live_、sk_test_、sk_live_ のいずれかで始まります。</translation>
    </message>
    <message>
        <source>That is a live key; this field is for test. Nothing was saved.</source>
        <translation>これは本番キーです。ここはテスト用です。保存していません。</translation>
    </message>
    <message>
        <source>That is a test key; this field is for live. Nothing was saved.</source>
        <translation>これはテストキーです。ここは本番用です。保存していません。</translation>
    </message>
    <message>
        <source>Stripe says that this key belongs to the other mode. Nothing was saved.</source>
        <translation>Stripe によると、このキーはもう一方のモードのものです。保存していません。</translation>
    </message>
    <message>
        <source>This account has another key of this mode already. Nothing was saved.</source>
        <translation>このアカウントには、このモードの別のキーがすでにあります。何も保存していません。</translation>
    </message>
    <message>
        <source>The server calls its account “{id}”, which is no account&apos;s ID. Nothing was saved.</source>
        <translation>サーバーが返したアカウントID「{id}」は有効なIDではありません。何も保存していません。</translation>
    </message>
    <message>
        <source>That key belongs to another Stripe account. Nothing was saved.</source>
        <translation>このキーは別の Stripe アカウントのものです。保存していません。</translation>
    </message>
    <message>
        <source>Stripe says that this key has been revoked or has expired.</source>
        <translation>このキーは Stripe で無効化されたか、期限が切れています。</translation>
    </message>
    <message>
        <source>Stripe does not accept this key.</source>
        <translation>Stripe はこのキーを受け付けません。</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it, then try again.</source>
        <translation>キーリングがロックされています。解除してやり直してください。</translation>
    </message>
    <message>
        <source>No keyring was found on this machine. On Linux, install and unlock GNOME Keyring or KWallet; or use keys for this start only.</source>
        <translation>このコンピューターにキーリングが見つかりません。Linux では GNOME Keyring または KWallet を導入してロックを解除するか、今回の起動中だけキーを使ってください。</translation>
    </message>
    <message>
        <source>The keyring found here does not keep secrets safely, so it is not used. Use keys for this start only.</source>
        <translation>見つかったキーリングは安全に保存できないため使いません。今回の起動中だけキーを使ってください。</translation>
    </message>
    <message>
        <source>The keyring does not answer. Unlock it or use keys for this start only.</source>
        <translation>キーリングが応答しません。ロックを解除するか、今回の起動中だけキーを使ってください。</translation>
    </message>
    <message>
        <source>The keyring answers that it does not hold this account&apos;s API key. If it is locked, unlock it and try again; otherwise enter the key again.</source>
        <translation>キーリングに、このアカウントのAPIキーが見つかりません。ロックされている場合は、解除してからもう一度お試しください。そうでない場合は、キーを入力し直してください。</translation>
    </message>
    <message>
        <source>The keyring holds another API key than the one that was entered here. Enter the key again.</source>
        <translation>キーリングにあるAPIキーは、ここで入力されたものと異なります。キーを入力し直してください。</translation>
    </message>
    <message>
        <source>This account&apos;s files are here, but the keyring answers that it does not hold their key. It may be locked or changed: unlock it and try again. The files were left as they are.</source>
        <translation>このアカウントのファイルはありますが、キーリングにそのキーが見つかりません。キーリングがロックまたは変更されている可能性があります。ロックを解除してからもう一度お試しください。ファイルはそのまま残してあります。</translation>
    </message>
    <message>
        <source>The keyring holds another key than the one this account&apos;s files were written with. The files were left as they are; try again with the right keyring.</source>
        <translation>キーリングにあるキーは、このアカウントのファイルの書き込みに使われたものと異なります。ファイルはそのまま残してあります。正しいキーリングでもう一度お試しください。</translation>
    </message>
    <message>
        <source>The keyring refused. Use keys for this start only, or repair it.</source>
        <translation>キーリングに拒否されました。今回の起動中だけキーを使うか、キーリングを修復してください。</translation>
    </message>
</context>
<context>
    <name>Overdue</name>
    <message>
        <source>Pay everything overdue</source>
        <translation>延滞分をすべて支払う</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation type="unfinished">プレビュー…</translation>
    </message>
    <message>
        <source>Each invoice&apos;s own card</source>
        <translation>各請求書のカード</translation>
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
        <translation>延滞中の請求書</translation>
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
        <source>not tried</source>
        <translation>未実行</translation>
    </message>
    <message>
        <source>not paid yet; Stripe is collecting it</source>
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
        <source>This filter is too long. Use fewer or shorter conditions.</source>
        <translation>絞り込みの条件が長すぎます。条件を減らすか、短くしてください。</translation>
    </message>
    <message>
        <source>“{token}” cannot be read. Dates are written 2026-12-01, amounts 1200.50, months 2027-03.</source>
        <translation>「{token}」を読み取れません。日付は 2026-12-01、金額は 1200.50、月は 2027-03 の形式です。</translation>
    </message>
    <message>
        <source>The key may not read this. It lacks the permission “{permission}”.</source>
        <translation>このキーでは読み取れません。権限「{permission}」がありません。</translation>
    </message>
    <message>
        <source>Nothing matches this filter.</source>
        <translation>条件に合うものはありません。</translation>
    </message>
    <message>
        <source>The first {count} rows were copied. Export (Ctrl+E) takes all of them.</source>
        <translation>先頭の{count}行をコピーしました。すべては書き出し（Ctrl+E）で取得できます。</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n 件選択</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>ビューとして保存</translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation>ショートカットなし</translation>
    </message>
    <message>
        <source>The filter, the order and the columns are saved with it.</source>
        <translation>絞り込み、並び順、列も一緒に保存されます。</translation>
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
    <name>Palette</name>
    <message>
        <source>Find anything</source>
        <translation>何でも検索</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Name, e-mail, id, last 4 digits, invoice number, amount, or a command</source>
        <translation>名前、メール、ID、下4桁、請求書番号、金額、またはコマンド</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>見つかりません。</translation>
    </message>
</context>
<context>
    <name>PaymentPage</name>
    <message>
        <source>There is nothing left to pay.</source>
        <translation>支払うものはありません。</translation>
    </message>
    <message>
        <source>A page where the customer pays</source>
        <translation>顧客が支払うページ</translation>
    </message>
    <message>
        <source>{amount} for invoice {number}. What the bank asks (3-D Secure) is answered there.</source>
        <translation>請求書 {number} の {amount}。カード会社の本人確認（3Dセキュア）はこのページで行われます。</translation>
    </message>
    <message>
        <source>Waiting for the customer…</source>
        <translation>顧客の操作を待っています…</translation>
    </message>
    <message>
        <source>The invoice is not open any more; it was not paid.</source>
        <translation>この請求書は支払えない状態になりました。支払いは行われていません。</translation>
    </message>
    <message>
        <source>Invoice {number} is paid.</source>
        <translation>請求書 {number} は支払い済みです。</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>{amount} failed on {day}: {why} {advice}</source>
        <translation>{day}の{amount}が失敗：{why}{advice}</translation>
    </message>
    <message>
        <source>Stripe tries again by itself on {at}.</source>
        <translation>Stripeは{at}に自動で再試行します。</translation>
    </message>
    <message>
        <source>Payment page…</source>
        <translation>支払いページ…</translation>
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
        <source>No payments.</source>
        <translation>支払いはありません。</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>不審請求の申請あり</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>返金済み</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>一部返金</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払い済み</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Refund a payment</source>
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
        <source>At most {left}</source>
        <translation>最大{left}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>More than nothing, and not more than is left.</source>
        <translation>0より大きく、残額以下にしてください。</translation>
    </message>
    <message>
        <source>Refund {amount}</source>
        <translation>{amount}を返金</translation>
    </message>
    <message>
        <source>{amount} goes back.</source>
        <translation>{amount}を返金します。</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>Metered</source>
        <translation>従量制</translation>
    </message>
    <message>
        <source>Licensed</source>
        <translation>定額制</translation>
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
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>請求間隔</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation>契約数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
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
        <source>Choose a plan to see its product and who subscribes.</source>
        <translation>プランを選ぶと、商品と契約者が表示されます。</translation>
    </message>
    <message>
        <source>Archive {name}</source>
        <translation>{name} をアーカイブ</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>{name} を復元</translation>
    </message>
    <message>
        <source>The plan is archived.</source>
        <translation>プランをアーカイブしました。</translation>
    </message>
    <message>
        <source>The plan is restored.</source>
        <translation>プランを復元しました。</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>アーカイブ…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>復元…</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>トライアル</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 日</numerusform>
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
        <source>Other prices of this product</source>
        <translation>この商品のほかの価格</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>なし。</translation>
    </message>
    <message numerus="yes">
        <source>All %n subscription(s)</source>
        <translation>
            <numerusform>サブスクリプション %n 件すべて</numerusform>
        </translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>Nobody subscribes to this plan.</source>
        <translation>このプランの契約者はいません。</translation>
    </message>
    <message>
        <source>by tiers</source>
        <translation>段階制</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>No plans yet. Products and prices of the account appear here.</source>
        <translation>プランはまだありません。アカウントの商品と価格がここに表示されます。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n customer(s) already use this e-mail, for example {name}.</source>
        <translation>
            <numerusform>このメールアドレスはすでに %n 人の顧客（{name} など）が使っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Invoices and receipts go to the new address from now on.</source>
        <translation>今後、請求書と領収書は新しいアドレスに送られます。</translation>
    </message>
    <message>
        <source>Without an e-mail, Stripe cannot send invoices or receipts.</source>
        <translation>メールアドレスがないと、Stripe は請求書や領収書を送れません。</translation>
    </message>
    <message>
        <source>Somebody changed this at Stripe after you opened it. What they changed stays.</source>
        <translation>開いた後に、ほかの人が Stripe で変更しました。その変更は維持されます。</translation>
    </message>
    <message>
        <source>This was changed again since. Undoing sets the fields below back all the same.</source>
        <translation>その後さらに変更されています。元に戻すと、下の項目は以前の値になります。</translation>
    </message>
    <message>
        <source>{done} of {count} steps are made already. Only the others are sent.</source>
        <translation>{count} 手順のうち {done} 手順は実行済みです。残りだけを送信します。</translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) name another card themselves and keep it.</source>
        <translation>
            <numerusform>%n 件のサブスクリプションは別のカードを指定しており、変わりません。</numerusform>
        </translation>
    </message>
    <message>
        <source>This customer has no default card, so Stripe will probably refuse.</source>
        <translation>デフォルトカードがないため、Stripe に拒否される可能性があります。</translation>
    </message>
    <message>
        <source>The card is prepaid, which the policy does not accept.</source>
        <translation>このカードはプリペイドで、ポリシーでは受け付けません。</translation>
    </message>
    <message>
        <source>Stripe does not know how this card is funded; look at it afterwards.</source>
        <translation>このカードの種別はStripeでは不明です。後で確認してください。</translation>
    </message>
    <message>
        <source>Stripe detaches the default source {card} when this one takes its place.</source>
        <translation>置き換えると、Stripeはデフォルトのソース{card}の紐付けを解除します。</translation>
    </message>
    <message>
        <source>The customer&apos;s default PaymentMethod goes before any source, so it is still used first.</source>
        <translation>顧客のデフォルトのPaymentMethodはソースより優先されるため、引き続き先に使われます。</translation>
    </message>
    <message>
        <source>The source becomes consumed and can never be used again.</source>
        <translation>ソースは使用済みになり、二度と使えません。</translation>
    </message>
    <message>
        <source>A card that was removed can never be attached again.</source>
        <translation>削除したカードは二度と紐付けできません。</translation>
    </message>
    <message>
        <source>It is the default: Stripe chooses another source in its place, which is shown afterwards.</source>
        <translation>デフォルトのため、Stripeが代わりのソースを選びます。結果は後で表示します。</translation>
    </message>
    <message>
        <source>It is the default: afterwards there is none, and invoices fail.</source>
        <translation>デフォルトのため、削除後はデフォルトがなくなり、請求が失敗します。</translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) name this card themselves and fall back to the default.</source>
        <translation>
            <numerusform>%n件のサブスクリプションがこのカードを指定しており、以後はデフォルトが使われます。</numerusform>
        </translation>
    </message>
    <message>
        <source>This key cannot reach Radar&apos;s block list; block the card there.</source>
        <translation>このキーではRadarのブロックリストに追加できません。ダッシュボードで追加してください。</translation>
    </message>
    <message>
        <source>The card is on Radar&apos;s block list already.</source>
        <translation>カードはすでにRadarのブロックリストにあります。</translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) end at once.</source>
        <translation>
            <numerusform>%n件のサブスクリプションが即時に終了します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are removed for good.</source>
        <translation>
            <numerusform>%n枚のカードが完全に削除されます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open invoice(s) are not collected any more.</source>
        <translation>
            <numerusform>%n件の未払い請求書は回収されなくなります。</numerusform>
        </translation>
    </message>
    <message>
        <source>The credit of {amount} is lost.</source>
        <translation>{amount}のクレジットは失われます。</translation>
    </message>
    <message>
        <source>The same amount was paid already, on {at}.</source>
        <translation>同じ金額が{at}に支払われています。</translation>
    </message>
    <message>
        <source>Whether the same was paid already could not be looked up.</source>
        <translation>同じ支払いがすでにあるか確認できませんでした。</translation>
    </message>
    <message>
        <source>This source can be charged once; it is consumed by it.</source>
        <translation>このソースに請求できるのは一度だけで、請求後は使用済みになります。</translation>
    </message>
    <message>
        <source>This source is attached to nobody, so this one charge consumes it for good.</source>
        <translation>このソースは誰にも紐付いていないため、この請求で使用済みになります。</translation>
    </message>
    <message>
        <source>As fraudulent, the card and the e-mail go on Stripe&apos;s block lists.</source>
        <translation>不正として返金すると、カードとメールアドレスがStripeのブロックリストに追加されます。</translation>
    </message>
    <message>
        <source>The payment is disputed; Stripe may refuse a refund as well.</source>
        <translation>この支払いには不審請求の申請があります。Stripeは返金を拒否することがあります。</translation>
    </message>
    <message>
        <source>The customer&apos;s credit of {amount} is used up first.</source>
        <translation>顧客の残高 {amount} が先に使われます。</translation>
    </message>
    <message>
        <source>The subscription ends on {at}; nothing is billed after that.</source>
        <translation>サブスクリプションは {at} に終了し、その後は請求されません。</translation>
    </message>
    <message>
        <source>The subscription goes on and is billed again on {at}.</source>
        <translation>サブスクリプションは継続し、次は {at} に請求されます。</translation>
    </message>
    <message>
        <source>Invoices are still made, but voided at once; nothing is collected until it goes on.</source>
        <translation>請求書は作成されますが直ちに無効になり、再開するまで回収されません。</translation>
    </message>
    <message>
        <source>Invoices from now on are collected again.</source>
        <translation>今後の請求書は再び回収されます。</translation>
    </message>
    <message>
        <source>The difference for the rest of this period is put on the next invoice, to the second.</source>
        <translation>この期間の残りの差額が、秒単位で次の請求書に加わります。</translation>
    </message>
    <message>
        <source>Invoices are collected from this card from now on.</source>
        <translation>今後の請求はこのカードから回収されます。</translation>
    </message>
    <message numerus="yes">
        <source>No new subscriptions; %n subscription(s) that have it go on.</source>
        <translation>
            <numerusform>新規の申込みはできなくなります。契約中の %n 件は継続します。</numerusform>
        </translation>
    </message>
    <message>
        <source>The card {card} is charged at once.</source>
        <translation>カード {card} に直ちに請求します。</translation>
    </message>
    <message>
        <source>Stripe&apos;s own next attempt on {at} falls away.</source>
        <translation>{at} に予定されていた Stripe の再試行は行われなくなります。</translation>
    </message>
    <message>
        <source>It can never be collected or opened again.</source>
        <translation>回収も、未払いに戻すこともできなくなります。</translation>
    </message>
    <message>
        <source>As the first source it becomes the default source.</source>
        <translation>最初のソースなので、デフォルトのソースになります。</translation>
    </message>
    <message>
        <source>Stripe tries the newest open invoice of subscriptions that are past due again, at once.</source>
        <translation>Stripeは延滞中のサブスクリプションの最新の請求書をすぐに再試行します。</translation>
    </message>
    <message>
        <source>The bank is not asked; what is wrong shows with the next payment.</source>
        <translation>カード会社への確認は行われません。誤りがあれば次の支払いで分かります。</translation>
    </message>
    <message>
        <source>The link is valid for 24 hours. The card number stays on Stripe&apos;s page.</source>
        <translation>リンクの有効期間は24時間です。カード番号はStripeのページだけで扱われます。</translation>
    </message>
    <message>
        <source>When the card comes, it is made the default from here, while this desk is open and may write.</source>
        <translation>カードが登録されると、このデスクが開いていて変更できる間に、デフォルトに設定します。</translation>
    </message>
    <message>
        <source>The link has to be opened within minutes.</source>
        <translation>リンクは数分以内に開く必要があります。</translation>
    </message>
    <message>
        <source>The customer pays on Stripe&apos;s page what the credit does not cover.</source>
        <translation>クレジットで足りない分を、顧客がStripeのページで支払います。</translation>
    </message>
    <message>
        <source>The portal makes the card that is entered the default by itself.</source>
        <translation>入力されたカードはポータルが自動的にデフォルトにします。</translation>
    </message>
    <message>
        <source>It is remembered at Stripe by the card&apos;s fingerprint: colleagues see it, on the same card too.</source>
        <translation>カードの指紋とともにStripeに記録され、同じカードにも適用され、同僚にも表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) from this card go back.</source>
        <translation>
            <numerusform>このカードからの支払い%n件を返金します。</numerusform>
        </translation>
    </message>
    <message>
        <source>The next invoices use it up before any card is charged.</source>
        <translation>カードより先に、次の請求書から使われます。</translation>
    </message>
    <message>
        <source>It is added to the next invoice.</source>
        <translation>次の請求書に加算されます。</translation>
    </message>
    <message>
        <source>{name} stays as a customer; nothing else of it is changed.</source>
        <translation>{name}は顧客として残り、ほかは変更されません。</translation>
    </message>
    <message>
        <source>The money goes back to {card}; that takes the bank 5 to 10 days.</source>
        <translation>{card}に返金されます。カード会社での処理に5〜10日かかります。</translation>
    </message>
    <message>
        <source>If the account mails receipts, one goes to {email}.</source>
        <translation>領収書の送信が有効なら、{email} に届きます。</translation>
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
        <source>Approved</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>要審査</translation>
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
        <source>Type {word} to confirm</source>
        <translation>確認のため {word} と入力</translation>
    </message>
    <message>
        <source>Show the exact request</source>
        <translation>送信内容を表示</translation>
    </message>
    <message>
        <source>Language of the request</source>
        <translation>リクエストの表記</translation>
    </message>
    <message>
        <source>The exact request</source>
        <translation>送信内容</translation>
    </message>
    <message>
        <source>FINAL</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>It was changed at Stripe meanwhile; there is nothing left to do.</source>
        <translation>その間に Stripe で変更され、することがなくなりました。</translation>
    </message>
    <message>
        <source>It was changed at Stripe meanwhile. Look at it again before it is sent.</source>
        <translation>その間に Stripe で変更されました。送信前にもう一度確認してください。</translation>
    </message>
    <message>
        <source>Hide the exact request</source>
        <translation>送信内容を隠す</translation>
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
        <translation>次の請求書（{day}）</translation>
    </message>
    <message>
        <source>Next invoice</source>
        <translation>次の請求書</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>今回</translation>
    </message>
    <message>
        <source>Each period after that</source>
        <translation>以後の各期間</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>お金</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Something unexpected happened</source>
        <translation>予期しないエラーが発生しました</translation>
    </message>
    <message>
        <source>Billing Desk met an error it did not expect and goes on. What you typed is still in its window; every change that was begun is kept in Activity. The text below holds no keys, card numbers or e-mail addresses.</source>
        <translation>予期しないエラーが発生しましたが、Billing Desk は動作を続けます。入力した内容はウィンドウに残っており、始めた変更はすべてアクティビティに保存されています。以下にキー、カード番号、メールアドレスは含まれていません。</translation>
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
        <source>Go on</source>
        <translation>続ける</translation>
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
        <source>Takes effect at the next start.</source>
        <translation>次回の起動時に反映されます。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Time zone of every date</source>
        <translation>日時のタイムゾーン</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Written beside every change you make.</source>
        <translation>変更の記録に残ります。</translation>
    </message>
    <message>
        <source>Your name in the audit log</source>
        <translation>監査ログでの名前</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
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
        <translation>しない</translation>
    </message>
    <message>
        <source>Write reason and ticket into Stripe&apos;s metadata too</source>
        <translation>理由とチケットを Stripe のメタデータにも書く</translation>
    </message>
    <message>
        <source>Refused: removed as soon as one comes, while this desk may write</source>
        <translation>拒否：登録され次第、削除して通知する（変更できる間）</translation>
    </message>
    <message>
        <source>Refused: told when one comes, removed by a person</source>
        <translation>拒否：登録されたら通知し、担当者が削除する</translation>
    </message>
    <message>
        <source>Reviewed by a person</source>
        <translation>担当者が審査する</translation>
    </message>
    <message>
        <source>Such as JPY 500000, USD 5000. Others: 10,000, or 1,000,000 without decimals.</source>
        <translation>例: JPY 500000, USD 5000。その他は 10,000（小数のない通貨は 1,000,000）。</translation>
    </message>
    <message>
        <source>Most money in one change</source>
        <translation>1 回の変更の上限額</translation>
    </message>
    <message>
        <source>Others: 50,000, or 5,000,000 without decimals.</source>
        <translation>その他は 50,000（小数のない通貨は 5,000,000）。</translation>
    </message>
    <message>
        <source>Most money within an hour</source>
        <translation>1 時間の上限額</translation>
    </message>
    <message>
        <source>Lock when unused for</source>
        <translation>未使用時にロックするまで</translation>
    </message>
    <message>
        <source>Live stays armed for</source>
        <translation>本番を有効にしておく時間</translation>
    </message>
    <message>
        <source>Most changes within an hour</source>
        <translation>1 時間の変更数の上限</translation>
    </message>
    <message>
        <source>Prepaid cards</source>
        <translation>プリペイドカード</translation>
    </message>
    <message>
        <source>Write amounts such as JPY 500000.</source>
        <translation>JPY 500000 のように入力してください。</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>プロキシなし</translation>
    </message>
    <message>
        <source>This proxy</source>
        <translation>次のプロキシ</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>プロキシのアドレス</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>システムの既定</translation>
    </message>
    <message>
        <source>For example http://proxy.example:8080. Used for Stripe only, never for addresses of this computer.</source>
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
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
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
        <translation>次の行・前の行</translation>
    </message>
    <message>
        <source>Select or unselect the row</source>
        <translation>行を選択・解除</translation>
    </message>
    <message>
        <source>Go to the detail</source>
        <translation>詳細へ移動</translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation>選択した行をテキストでコピー</translation>
    </message>
    <message>
        <source>Press a dialog&apos;s main button</source>
        <translation>ダイアログの主ボタンを押す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Subscriptions</name>
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
        <source>Per period</source>
        <translation>期間あたり</translation>
    </message>
    <message>
        <source>Next bill</source>
        <translation>次回請求</translation>
    </message>
    <message>
        <source>Trial ends</source>
        <translation>トライアル終了</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Choose a subscription to see its items, periods and invoices.</source>
        <translation>サブスクリプションを選ぶと、内訳・期間・請求書が表示されます。</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>終了予定</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Collection resumes</source>
        <translation>回収再開</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支払い</translation>
    </message>
    <message>
        <source>charged automatically</source>
        <translation>自動請求</translation>
    </message>
    <message>
        <source>by invoice sent to the customer</source>
        <translation>請求書を顧客に送付</translation>
    </message>
    <message>
        <source>Billing anchor</source>
        <translation>請求基準日</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>内訳</translation>
    </message>
    <message>
        <source>No items.</source>
        <translation>内訳はありません。</translation>
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
        <translation>支払い遅延</translation>
    </message>
    <message>
        <source>Trials ending</source>
        <translation>トライアル終了間近</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>終了予定</translation>
    </message>
    <message>
        <source>No subscriptions yet.</source>
        <translation>サブスクリプションはまだありません。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>確認へ</translation>
    </message>
    <message>
        <source>Quantity…</source>
        <translation>数量…</translation>
    </message>
    <message>
        <source>End {name} with its period</source>
        <translation>{name} を期間末で終了</translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation>{name} を継続</translation>
    </message>
    <message>
        <source>Ends with its period.</source>
        <translation>期間末で終了します。</translation>
    </message>
    <message>
        <source>Goes on after its period.</source>
        <translation>期間後も継続します。</translation>
    </message>
    <message>
        <source>Pause collection of {name}</source>
        <translation>{name} の回収を一時停止</translation>
    </message>
    <message>
        <source>Collect {name} again</source>
        <translation>{name} の回収を再開</translation>
    </message>
    <message>
        <source>Collection is paused.</source>
        <translation>回収を一時停止しました。</translation>
    </message>
    <message>
        <source>Invoices are collected again.</source>
        <translation>回収を再開しました。</translation>
    </message>
    <message>
        <source>Change {name} to {count}</source>
        <translation>{name} を {count} に変更</translation>
    </message>
    <message>
        <source>The quantity is changed.</source>
        <translation>数量を変更しました。</translation>
    </message>
    <message>
        <source>Keep after all…</source>
        <translation>継続に戻す…</translation>
    </message>
    <message>
        <source>End with period…</source>
        <translation>期間末で終了…</translation>
    </message>
    <message>
        <source>Collect again…</source>
        <translation>回収を再開…</translation>
    </message>
    <message>
        <source>Pause collection…</source>
        <translation>回収を停止…</translation>
    </message>
</context>
<context>
    <name>Tables</name>
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
        <source>Columns as at first</source>
        <translation>列を初期状態に戻す</translation>
    </message>
</context>
<context>
    <name>TaxIds</name>
    <message>
        <source>Tax ids</source>
        <translation>税務ID</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>One a line: Stripe&apos;s type and the number, such as jp_cn 1234567891234.</source>
        <translation>1行に1件：Stripeの種別と番号（例：jp_cn 1234567891234）。</translation>
    </message>
    <message>
        <source>“{line}” is not a type and a number, such as eu_vat DE123456789.</source>
        <translation>「{line}」は種別と番号ではありません（例：eu_vat DE123456789）。</translation>
    </message>
    <message>
        <source>Change the tax ids of {name}</source>
        <translation>{name}の税務IDを変更</translation>
    </message>
    <message>
        <source>The tax ids are changed.</source>
        <translation>税務IDを変更しました。</translation>
    </message>
</context>
<context>
    <name>TimeTravel</name>
    <message>
        <source>Move time forward</source>
        <translation>時間を進める</translation>
    </message>
    <message>
        <source>Time in the practice account</source>
        <translation>練習用アカウントの時間</translation>
    </message>
    <message>
        <source>Subscriptions renew, invoices are sent and paid, cards are declined and retried, as they would be on these days. Time does not go back: for that, close the program and open the practice account anew.</source>
        <translation>その日数のあいだに、サブスクリプションの更新、請求書の送付と支払い、カードの拒否と再試行が実際と同じように行われます。時間は戻せません。戻すには、プログラムを閉じて練習用アカウントを開き直してください。</translation>
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
        <source>It is now {now} there; it will be {then}.</source>
        <translation>現在は {now}、進めると {then} になります。</translation>
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
        <source>Nothing has happened yet.</source>
        <translation>まだ何も起きていません。</translation>
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
        <source>Renewal {number}</source>
        <translation>更新 {number}</translation>
    </message>
    <message>
        <source>Invoice {number} voided</source>
        <translation>請求書{number}を無効化</translation>
    </message>
    <message>
        <source>Invoice {number} uncollectible</source>
        <translation>請求書{number}を回収不能に</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払い済み</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>返金済み</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>契約開始</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>解約</translation>
    </message>
    <message>
        <source>Subscription ended</source>
        <translation>契約終了</translation>
    </message>
    <message>
        <source>Balance: {number}</source>
        <translation>残高：{number}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Find anything</source>
        <translation>何でも検索</translation>
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
        <source>The key may not read:</source>
        <translation>このキーで読み取れないもの：</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) could not be read and were skipped.</source>
        <translation>
            <numerusform>%n件を読み取れなかったため、スキップしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts and keys…</source>
        <translation>アカウントとキー…</translation>
    </message>
    <message>
        <source>Up to date {time}</source>
        <translation>最新 {time}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Offline, as of {time}</source>
        <translation>オフライン（{time} 時点）</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Key not accepted</source>
        <translation>キーが無効です</translation>
    </message>
    <message>
        <source>Disk full, as of {time}</source>
        <translation>ディスク不足、{time}時点</translation>
    </message>
    <message>
        <source>Paused, as of {time}</source>
        <translation>一時停止（{time} 時点）</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo: {what}</source>
        <translation>元に戻す: {what}</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>元に戻しました。</translation>
    </message>
    <message>
        <source>Go on: {what}</source>
        <translation>続ける: {what}</translation>
    </message>
    <message>
        <source>The steps that were missing are made.</source>
        <translation>残りの手順を実行しました。</translation>
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
        <source>Errors, 30 days</source>
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
        <source>Choose a meter to see a customer&apos;s usage day by day.</source>
        <translation>メーターを選ぶと、顧客の日別使用量が表示されます。</translation>
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
        <source>Daily usage of one customer, days in UTC</source>
        <translation>顧客の日別使用量（UTC）</translation>
    </message>
    <message>
        <source>Usage that could not be booked</source>
        <translation>計上できなかった使用量</translation>
    </message>
    <message>
        <source>No errors in the last 30 days.</source>
        <translation>直近30日間のエラーはありません。</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>No customers yet.</source>
        <translation>顧客はまだいません。</translation>
    </message>
    <message>
        <source>{total} in 90 days, {month} in the last 30 · as of {time}</source>
        <translation>90 日間で {total}、直近 30 日で {month} · {time} 時点</translation>
    </message>
    <message>
        <source>No usage in the last 90 days.</source>
        <translation>直近 90 日の使用量はありません。</translation>
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
        <source>No meters yet. They count what customers use.</source>
        <translation>メーターはまだありません。顧客の使用量を数えるものです。</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>There is nothing to change.</source>
        <translation>変更するものがありません。</translation>
    </message>
    <message>
        <source>Stopped after {done} of {count} steps. Go on or undo it in Activity.</source>
        <translation>{count} 手順のうち {done} 手順で停止しました。アクティビティで続行または取り消しができます。</translation>
    </message>
    <message>
        <source>{why} {done} of {count} steps were made. Go on or undo it in Activity.</source>
        <translation>{why} {count} 手順のうち {done} 手順は実行済みです。アクティビティで続行または取り消しができます。</translation>
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
        <translation>支払い遅延</translation>
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
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Collection paused</source>
        <translation>回収停止中</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>終了予定</translation>
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
        <source>Mastercard *5100, prepaid</source>
        <translation>Mastercard *5100、プリペイド</translation>
    </message>
    <message>
        <source>Visa *0341, declined when charged</source>
        <translation>Visa *0341、請求時に拒否</translation>
    </message>
    <message>
        <source>Visa *3184, always wants 3-D Secure</source>
        <translation>Visa *3184、常に3Dセキュアを要求</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>紐付け済み</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>未紐付け</translation>
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
        <translation>返金取消</translation>
    </message>
    <message>
        <source>Asked for by the customer</source>
        <translation>顧客の依頼</translation>
    </message>
    <message>
        <source>Charged twice</source>
        <translation>二重請求</translation>
    </message>
    <message>
        <source>Fraudulent</source>
        <translation>不正</translation>
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
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <translation>取りやめ</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1 回限り</translation>
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
            <numerusform>%n 日ごと</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>%n 週ごと</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>%n か月ごと</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>%n 年ごと</numerusform>
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
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
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
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Default card</source>
        <translation>デフォルトカード</translation>
    </message>
    <message>
        <source>Default source</source>
        <translation>デフォルトのソース</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>審査</translation>
    </message>
    <message>
        <source>Tax id</source>
        <translation>税務ID</translation>
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
        <source>Expires</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Ends with its period</source>
        <translation>期間末で終了</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Address line 1</source>
        <translation>住所 1</translation>
    </message>
    <message>
        <source>Address line 2</source>
        <translation>住所 2</translation>
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
        <source>Make a link for a new card</source>
        <translation>新しいカードのリンクを作成</translation>
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
        <source>Undo: {what}</source>
        <translation>元に戻す: {what}</translation>
    </message>
    <message>
        <source>Change customer</source>
        <translation>顧客の変更</translation>
    </message>
    <message>
        <source>Create customer</source>
        <translation>顧客の作成</translation>
    </message>
    <message>
        <source>Find or create customer</source>
        <translation>顧客の検索または作成</translation>
    </message>
    <message>
        <source>Credit or debit</source>
        <translation>クレジットまたは請求</translation>
    </message>
    <message>
        <source>Delete customer</source>
        <translation>顧客を削除</translation>
    </message>
    <message>
        <source>Change tax ids</source>
        <translation>税務IDを変更</translation>
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
        <source>Add a tag</source>
        <translation>タグを追加</translation>
    </message>
    <message>
        <source>Remove a tag</source>
        <translation>タグを削除</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>メモを書く</translation>
    </message>
    <message>
        <source>Remove a note</source>
        <translation>メモを削除</translation>
    </message>
    <message>
        <source>Set the description</source>
        <translation>説明を設定</translation>
    </message>
    <message>
        <source>Remove the description</source>
        <translation>説明を削除</translation>
    </message>
    <message>
        <source>Change default card</source>
        <translation>デフォルトカードを変更</translation>
    </message>
    <message>
        <source>Add a card</source>
        <translation>カードを追加</translation>
    </message>
    <message>
        <source>Replace the default source</source>
        <translation>デフォルトのソースを置き換え</translation>
    </message>
    <message>
        <source>Change a card</source>
        <translation>カードを変更</translation>
    </message>
    <message>
        <source>Approve a card</source>
        <translation>カードを承認</translation>
    </message>
    <message>
        <source>Refuse a card</source>
        <translation>カードを拒否</translation>
    </message>
    <message>
        <source>Remove a card</source>
        <translation>カードを削除</translation>
    </message>
    <message>
        <source>Make a card page</source>
        <translation>カード登録ページを作成</translation>
    </message>
    <message>
        <source>Make a card that came the default</source>
        <translation>登録されたカードをデフォルトにする</translation>
    </message>
    <message>
        <source>Remove a prepaid card by the settings</source>
        <translation>設定によりプリペイドカードを削除</translation>
    </message>
    <message>
        <source>Mark as contacted</source>
        <translation>連絡済みにする</translation>
    </message>
    <message>
        <source>Mark as not contacted</source>
        <translation>未連絡に戻す</translation>
    </message>
    <message>
        <source>Make default card</source>
        <translation>デフォルトカードにする</translation>
    </message>
    <message>
        <source>Make a link to the customer portal</source>
        <translation>カスタマーポータルのリンクを作成</translation>
    </message>
    <message>
        <source>Close a card page</source>
        <translation>カード登録ページを閉じる</translation>
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
        <source>End subscription</source>
        <translation>サブスクリプションを終了</translation>
    </message>
    <message>
        <source>Keep subscription</source>
        <translation>サブスクリプションを継続</translation>
    </message>
    <message>
        <source>Pause collection</source>
        <translation>回収を一時停止</translation>
    </message>
    <message>
        <source>Collect again</source>
        <translation>回収を再開</translation>
    </message>
    <message>
        <source>Change quantity</source>
        <translation>数量を変更</translation>
    </message>
    <message>
        <source>Pay invoice</source>
        <translation>請求書を支払う</translation>
    </message>
    <message>
        <source>Void invoice</source>
        <translation>請求書を無効化</translation>
    </message>
    <message>
        <source>Charge customer</source>
        <translation>顧客に請求</translation>
    </message>
    <message>
        <source>Make an invoice to pay on a page</source>
        <translation>ページで支払う請求書を作成</translation>
    </message>
    <message>
        <source>Refund a payment</source>
        <translation>支払いを返金</translation>
    </message>
    <message>
        <source>Action of another version of the program</source>
        <translation>別のバージョンのプログラムによる操作</translation>
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
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
</context>
</TS>

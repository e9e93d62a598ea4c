<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Ageing</name>
    <message numerus="yes">
        <source>{amount} · %n invoice(s)</source>
        <translation>
            <numerusform>{amount} · %n invoice</numerusform>
            <numerusform>{amount} · %n invoices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arm</name>
    <message numerus="yes">
        <source>Allow for %n minute(s)</source>
        <translation>
            <numerusform>Allow for %n minute</numerusform>
            <numerusform>Allow for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n more new card(s). See Cards, newest first.</source>
        <translation>
            <numerusform>%n more new card. See Cards, newest first.</numerusform>
            <numerusform>%n more new cards. See Cards, newest first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>%n attempt(s) failed.</source>
        <translation>
            <numerusform>%n attempt failed.</numerusform>
            <numerusform>%n attempts failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) could not be delivered since {since}: {types}.</source>
        <translation>
            <numerusform>%n event could not be delivered since {since}: {types}.</numerusform>
            <numerusform>%n events could not be delivered since {since}: {types}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stripe rejected %n usage event(s): {why}</source>
        <translation>
            <numerusform>Stripe rejected %n usage event: {why}</numerusform>
            <numerusform>Stripe rejected %n usage events: {why}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message numerus="yes">
        <source>All %n transaction(s)</source>
        <translation>
            <numerusform>All %n transaction</numerusform>
            <numerusform>All %n transactions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message numerus="yes">
        <source>Edit %n card(s)</source>
        <translation>
            <numerusform>Edit %n card</numerusform>
            <numerusform>Edit %n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n subscription(s)</source>
        <translation>
            <numerusform>Edit %n subscription</numerusform>
            <numerusform>Edit %n subscriptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n invoice(s)</source>
        <translation>
            <numerusform>Edit %n invoice</numerusform>
            <numerusform>Edit %n invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n customer(s)</source>
        <translation>
            <numerusform>Edit %n customer</numerusform>
            <numerusform>Edit %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n link(s)</source>
        <translation>
            <numerusform>Create %n link</numerusform>
            <numerusform>Create %n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Charge %n invoice(s)</source>
        <translation>
            <numerusform>Charge %n invoice</numerusform>
            <numerusform>Charge %n invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finalize %n invoice(s)</source>
        <translation>
            <numerusform>Finalize %n invoice</numerusform>
            <numerusform>Finalize %n invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n invoice(s)</source>
        <translation>
            <numerusform>Send %n invoice</numerusform>
            <numerusform>Send %n invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) to a card page will be created. Save them in Activity; no email is sent.</source>
        <translation>
            <numerusform>%n link to a card page will be created. Save it in Activity; no email is sent.</numerusform>
            <numerusform>%n links to a card page will be created. Save them in Activity; no email is sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will become the default. Subscriptions with their own card keep it.</source>
        <translation>
            <numerusform>%n card will become the default. Subscriptions with their own card keep it.</numerusform>
            <numerusform>%n cards will become the default. Subscriptions with their own card keep it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) will be finalized. Stripe collects each as its draft says.</source>
        <translation>
            <numerusform>%n invoice will be finalized. Stripe collects each as its draft says.</numerusform>
            <numerusform>%n invoices will be finalized. Stripe collects each as its draft says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) will be sent by email.</source>
        <translation>
            <numerusform>%n invoice will be sent by email.</numerusform>
            <numerusform>%n invoices will be sent by email.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) will be charged.</source>
        <translation>
            <numerusform>%n invoice will be charged.</numerusform>
            <numerusform>%n invoices will be charged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) will be written off. Stripe stops collecting.</source>
        <translation>
            <numerusform>%n invoice will be written off. Stripe stops collecting.</numerusform>
            <numerusform>%n invoices will be written off. Stripe stops collecting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest unpaid invoice of %n subscription(s) will be charged.</source>
        <translation>
            <numerusform>The oldest unpaid invoice of %n subscription will be charged.</numerusform>
            <numerusform>The oldest unpaid invoice of %n subscriptions will be charged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) will be moved; billing dates and quantities stay.</source>
        <translation>
            <numerusform>%n subscription will be moved; billing dates and quantities stay.</numerusform>
            <numerusform>%n subscriptions will be moved; billing dates and quantities stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) will be canceled at the end of their period.</source>
        <translation>
            <numerusform>%n subscription will be canceled at the end of their period.</numerusform>
            <numerusform>%n subscriptions will be canceled at the end of their period.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) will be changed. No money moves.</source>
        <translation>
            <numerusform>%n invoice will be changed. No money moves.</numerusform>
            <numerusform>%n invoices will be changed. No money moves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) will be changed.</source>
        <translation>
            <numerusform>%n subscription will be changed.</numerusform>
            <numerusform>%n subscriptions will be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be changed. No money moves.</source>
        <translation>
            <numerusform>%n card will be changed. No money moves.</numerusform>
            <numerusform>%n cards will be changed. No money moves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) will be changed. No money moves.</source>
        <translation>
            <numerusform>%n customer will be changed. No money moves.</numerusform>
            <numerusform>%n customers will be changed. No money moves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expired link(s) were skipped.</source>
        <translation>
            <numerusform>%n expired link was skipped.</numerusform>
            <numerusform>%n expired links were skipped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Coupons</name>
    <message numerus="yes">
        <source>%n subscription(s) have a discount of this coupon: {names}</source>
        <translation>
            <numerusform>%n subscription has a discount of this coupon: {names}</numerusform>
            <numerusform>%n subscriptions have a discount of this coupon: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{off} off for %n month(s)</source>
        <translation>
            <numerusform>{off} off for %n month</numerusform>
            <numerusform>{off} off for %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message numerus="yes">
        <source>All %n invoice(s)</source>
        <translation>
            <numerusform>All %n invoice</numerusform>
            <numerusform>All %n invoices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%n day(s) passed in the practice account. The time there is now {moment}.</source>
        <translation>
            <numerusform>%n day passed in the practice account. The time there is now {moment}.</numerusform>
            <numerusform>%n days passed in the practice account. The time there is now {moment}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindOrCreate</name>
    <message numerus="yes">
        <source>%n customer(s) with this email exist. Open one, or create another.</source>
        <translation>
            <numerusform>%n customer with this email exists. Open it, or create another.</numerusform>
            <numerusform>%n customers with this email exist. Open one, or create another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more customer(s) are not shown.</source>
        <translation>
            <numerusform>%n more customer is not shown.</numerusform>
            <numerusform>%n more customers are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>Send %n event(s)</source>
        <translation>
            <numerusform>Send %n event</numerusform>
            <numerusform>Send %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused row(s) exported.</source>
        <translation>
            <numerusform>%n refused row exported.</numerusform>
            <numerusform>%n refused rows exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) that wait will not be sent.</source>
        <translation>
            <numerusform>%n event that waits will not be sent.</numerusform>
            <numerusform>%n events that wait will not be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stripe takes %n event(s) out of the totals. Finalized invoices do not change.</source>
        <translation>
            <numerusform>Stripe takes %n event out of the totals. Finalized invoices do not change.</numerusform>
            <numerusform>Stripe takes %n events out of the totals. Finalized invoices do not change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n event(s)</source>
        <translation>
            <numerusform>Cancel %n event</numerusform>
            <numerusform>Cancel %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{good} of {rows} rows will be sent to {meter}, for %n customer(s), {sum} in all.</source>
        <translation>
            <numerusform>{good} of {rows} rows will be sent to {meter}, for %n customer, {sum} in all.</numerusform>
            <numerusform>{good} of {rows} rows will be sent to {meter}, for %n customers, {sum} in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) have no subscription to this meter: nothing is billed to them.</source>
        <translation>
            <numerusform>%n customer has no subscription to this meter: nothing is billed to it.</numerusform>
            <numerusform>%n customers have no subscription to this meter: nothing is billed to them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The amount is not known for %n customer(s).</source>
        <translation>
            <numerusform>The amount is not known for %n customer.</numerusform>
            <numerusform>The amount is not known for %n customers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more customer(s) are not included in this amount.</source>
        <translation>
            <numerusform>%n more customer is not included in this amount.</numerusform>
            <numerusform>%n more customers are not included in this amount.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are dated before the running period: finalized invoices do not change.</source>
        <translation>
            <numerusform>%n event is dated before the running period: finalized invoices do not change.</numerusform>
            <numerusform>%n events are dated before the running period: finalized invoices do not change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Running bills of %n customer(s) go down by about {money}, before discounts and tax.</source>
        <translation>
            <numerusform>Running bills of %n customer go down by about {money}, before discounts and tax.</numerusform>
            <numerusform>Running bills of %n customers go down by about {money}, before discounts and tax.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Running bills of %n customer(s): ≈ {money}, before discounts and tax.</source>
        <translation>
            <numerusform>Running bills of %n customer: ≈ {money}, before discounts and tax.</numerusform>
            <numerusform>Running bills of %n customers: ≈ {money}, before discounts and tax.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) sent.</source>
        <translation>
            <numerusform>%n event sent.</numerusform>
            <numerusform>%n events sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n failed.</numerusform>
            <numerusform>%n failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) canceled.</source>
        <translation>
            <numerusform>%n event canceled.</numerusform>
            <numerusform>%n events canceled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be canceled.</source>
        <translation>
            <numerusform>%n could not be canceled.</numerusform>
            <numerusform>%n could not be canceled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import of {file} is not finished: %n event(s) are left. See Imports.</source>
        <translation>
            <numerusform>The import of {file} is not finished: %n event is left. See Imports.</numerusform>
            <numerusform>The import of {file} is not finished: %n events are left. See Imports.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n change(s) were interrupted. Resolve them in Activity (Ctrl+J).</source>
        <translation>
            <numerusform>%n change was interrupted. Resolve it in Activity (Ctrl+J).</numerusform>
            <numerusform>%n changes were interrupted. Resolve them in Activity (Ctrl+J).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message numerus="yes">
        <source>{month} closed: %n invoice(s) kept.</source>
        <translation>
            <numerusform>{month} closed: %n invoice kept.</numerusform>
            <numerusform>{month} closed: %n invoices kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) tie out to zero.</source>
        <translation>
            <numerusform>%n invoice tie out to zero.</numerusform>
            <numerusform>%n invoices tie out to zero.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n difference.</numerusform>
            <numerusform>%n differences.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) changed since.</source>
        <translation>
            <numerusform>%n invoice changed since.</numerusform>
            <numerusform>%n invoices changed since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message numerus="yes">
        <source>All %n payment(s)</source>
        <translation>
            <numerusform>All %n payment</numerusform>
            <numerusform>All %n payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pdf</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pdfs</name>
    <message numerus="yes">
        <source>Save %n PDF(s)</source>
        <translation>
            <numerusform>Save %n PDF</numerusform>
            <numerusform>Save %n PDFs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n subscription(s)</source>
        <translation>
            <numerusform>All %n subscription</numerusform>
            <numerusform>All %n subscriptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n customer(s) already use this email, for example {name}.</source>
        <translation>
            <numerusform>%n customer already uses this email: {name}.</numerusform>
            <numerusform>%n customers already use this email, for example {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) have their own card and keep it.</source>
        <translation>
            <numerusform>%n subscription has its own card and keeps it.</numerusform>
            <numerusform>%n subscriptions have their own card and keep it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) use this card directly and fall back to the default.</source>
        <translation>
            <numerusform>%n subscription uses this card directly and falls back to the default.</numerusform>
            <numerusform>%n subscriptions use this card directly and fall back to the default.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) are canceled immediately.</source>
        <translation>
            <numerusform>%n subscription is canceled immediately.</numerusform>
            <numerusform>%n subscriptions are canceled immediately.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are removed permanently.</source>
        <translation>
            <numerusform>%n card is removed permanently.</numerusform>
            <numerusform>%n cards are removed permanently.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open invoice(s) are no longer collected.</source>
        <translation>
            <numerusform>%n open invoice is no longer collected.</numerusform>
            <numerusform>%n open invoices are no longer collected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No new subscriptions. %n existing subscription(s) continue.</source>
        <translation>
            <numerusform>No new subscriptions. %n existing subscription continues.</numerusform>
            <numerusform>No new subscriptions. %n existing subscriptions continue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) from this card are refunded.</source>
        <translation>
            <numerusform>%n payment from this card is refunded.</numerusform>
            <numerusform>%n payments from this card are refunded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>By email, due in %n day(s)</source>
        <translation>
            <numerusform>By email, due in %n day</numerusform>
            <numerusform>By email, due in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stripe emails each invoice, due in %n day(s). Nothing is charged.</source>
        <translation>
            <numerusform>Stripe emails each invoice, due in %n day. Nothing is charged.</numerusform>
            <numerusform>Stripe emails each invoice, due in %n days. Nothing is charged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rejected</name>
    <message numerus="yes">
        <source>Stripe names {named} of %n event(s). Code: {code}.</source>
        <translation>
            <numerusform>Stripe names {named} of %n event. Code: {code}.</numerusform>
            <numerusform>Stripe names {named} of %n events. Code: {code}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Revenue</name>
    <message numerus="yes">
        <source>{amount} monthly revenue · %n paying subscription(s)</source>
        <translation>
            <numerusform>{amount} monthly revenue · %n paying subscription</numerusform>
            <numerusform>{amount} monthly revenue · %n paying subscriptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{month} {part}: {amount}, %n subscription(s)</source>
        <translation>
            <numerusform>{month} {part}: {amount}, %n subscription</numerusform>
            <numerusform>{month} {part}: {amount}, %n subscriptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignUps</name>
    <message numerus="yes">
        <source>%n user(s) have an email that other customers have too.</source>
        <translation>
            <numerusform>%n user has an email that other customers have too.</numerusform>
            <numerusform>%n users have an email that other customers have too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) now name their customer.</source>
        <translation>
            <numerusform>%n user now names their customer.</numerusform>
            <numerusform>%n users now name their customer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n customer(s)</source>
        <translation>
            <numerusform>Create %n customer</numerusform>
            <numerusform>Create %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) will be created. No money moves.</source>
        <translation>
            <numerusform>%n customer will be created. No money moves.</numerusform>
            <numerusform>%n customers will be created. No money moves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Subscriptions</name>
    <message numerus="yes">
        <source>Send invoice, due in %n day(s)</source>
        <translation>
            <numerusform>Send invoice, due in %n day</numerusform>
            <numerusform>Send invoice, due in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n discount(s) apply.</source>
        <translation>
            <numerusform>%n discount applies.</numerusform>
            <numerusform>%n discounts apply.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n invoice(s)</source>
        <translation>
            <numerusform>All %n invoice</numerusform>
            <numerusform>All %n invoices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n object(s) could not be read and were skipped.</source>
        <translation>
            <numerusform>%n object could not be read and was skipped.</numerusform>
            <numerusform>%n objects could not be read and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for a decision.</source>
        <translation>
            <numerusform>%n change waits for a decision.</numerusform>
            <numerusform>%n changes wait for a decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need attention.</source>
        <translation>
            <numerusform>%n thing needs attention.</numerusform>
            <numerusform>%n things need attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message numerus="yes">
        <source>%n statuses</source>
        <translation>
            <numerusform>%n status</numerusform>
            <numerusform>%n statuses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message numerus="yes">
        <source>%n event(s) of the last 30 days have a name that no meter has.</source>
        <translation>
            <numerusform>%n event of the last 30 days has a name that no meter has.</numerusform>
            <numerusform>%n events of the last 30 days have a name that no meter has.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the last 30 days lack the meter&apos;s customer key.</source>
        <translation>
            <numerusform>%n event of the last 30 days lacks the meter&apos;s customer key.</numerusform>
            <numerusform>%n events of the last 30 days lack the meter&apos;s customer key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Webhooks</name>
    <message numerus="yes">
        <source>%n event type(s)</source>
        <translation>
            <numerusform>%n event type</numerusform>
            <numerusform>%n event types</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>every week</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>every year</numerusform>
            <numerusform>every %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Arm</name>
    <message numerus="yes">
        <source>Allow for %n minute(s)</source>
        <translation>
            <numerusform>Arm for %n minute</numerusform>
            <numerusform>Arm for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n more new card(s). See Cards, newest first.</source>
        <translation>
            <numerusform>%n more card has come; the newest stand first under Cards.</numerusform>
            <numerusform>%n more cards have come; the newest stand first under Cards.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message numerus="yes">
        <source>Edit %n card(s)</source>
        <translation>
            <numerusform>Change %n card</numerusform>
            <numerusform>Change %n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n customer(s)</source>
        <translation>
            <numerusform>Change %n customer</numerusform>
            <numerusform>Change %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n link(s)</source>
        <translation>
            <numerusform>Make %n link</numerusform>
            <numerusform>Make %n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) to a card page will be created. Save them in Activity; no email is sent.</source>
        <translation>
            <numerusform>%n link to Stripe&apos;s page will be made; save it in Activity. It is not mailed.</numerusform>
            <numerusform>%n links to Stripe&apos;s page will be made; save them in Activity. None is mailed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will become the default. Subscriptions with their own card keep it.</source>
        <translation>
            <numerusform>%n card becomes the default. Subscriptions that name another card keep it.</numerusform>
            <numerusform>%n cards become the default. Subscriptions that name another card keep it.</numerusform>
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
            <numerusform>%n link has expired and is left out.</numerusform>
            <numerusform>%n links have expired and are left out.</numerusform>
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
            <numerusform>%n day went by in the practice account. It is now {moment} there.</numerusform>
            <numerusform>%n days went by in the practice account. It is now {moment} there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n change(s) were interrupted. Resolve them in Activity (Ctrl+J).</source>
        <translation>
            <numerusform>One change was interrupted. Open Activity (Ctrl+J) to settle it.</numerusform>
            <numerusform>%n changes were interrupted. Open Activity (Ctrl+J) to settle them.</numerusform>
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
            <numerusform>%n customer already uses this e-mail: {name}.</numerusform>
            <numerusform>%n customers already use this e-mail, for example {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) have their own card and keep it.</source>
        <translation>
            <numerusform>%n subscription names another card itself and keeps it.</numerusform>
            <numerusform>%n subscriptions name another card themselves and keep it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) use this card directly and fall back to the default.</source>
        <translation>
            <numerusform>%n subscription names this card itself and falls back to the default.</numerusform>
            <numerusform>%n subscriptions name this card themselves and fall back to the default.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) are canceled immediately.</source>
        <translation>
            <numerusform>%n subscription ends at once.</numerusform>
            <numerusform>%n subscriptions end at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are removed permanently.</source>
        <translation>
            <numerusform>%n card is removed for good.</numerusform>
            <numerusform>%n cards are removed for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open invoice(s) are no longer collected.</source>
        <translation>
            <numerusform>%n open invoice is not collected any more.</numerusform>
            <numerusform>%n open invoices are not collected any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No new subscriptions. %n existing subscription(s) continue.</source>
        <translation>
            <numerusform>No new subscriptions; %n subscription that has it goes on.</numerusform>
            <numerusform>No new subscriptions; %n subscriptions that have it go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) from this card are refunded.</source>
        <translation>
            <numerusform>%n payment from this card goes back.</numerusform>
            <numerusform>%n payments from this card go back.</numerusform>
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

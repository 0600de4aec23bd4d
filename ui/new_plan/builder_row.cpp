#include "ui/new_plan/builder_row.h"

#include "ui/base/format.h"
#include "ui/new_plan/share_line.h"
#include "ui/new_plan/time_field.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cross_button.h"
#include "ui/widgets/figure_fields.h"

#include <QCheckBox>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>

namespace trestle {

namespace {

constexpr int kTailInset = 10;

QFont tailFont(const QFont& font)
{
    return scaledFont(font, TextSize::Fine);
}

} // namespace

NameLine::NameLine(const QString& name, const QString& tail, QWidget* parent) : QLineEdit(parent), m_tail(tail)
{
    constexpr int kLongest = 100;
    setObjectName(name);
    setMaxLength(kLongest);
    makeRoom();
}

void NameLine::makeRoom()
{
    const int room = m_tail.isEmpty() ? 0 : QFontMetrics(tailFont(font())).horizontalAdvance(m_tail) + kTailInset;
    setTextMargins(0, 0, room, 0);
}

void NameLine::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        makeRoom();
}

void NameLine::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_tail.isEmpty())
        return;
    QPainter painter(this);
    painter.setFont(tailFont(font()));
    painter.setPen(roleColor(Role::TextMuted, palette()));
    painter.drawText(rect().adjusted(0, 0, -kTailInset, 0), Qt::AlignRight | Qt::AlignVCenter, m_tail);
}

BuilderColumns BuilderColumns::of(const QWidget& widget)
{
    const QFontMetrics metrics(widget.font());
    const auto wide = [&](const QString& text) { return metrics.horizontalAdvance(text); };
    constexpr int kCombo = 44; // its arrow and edges
    constexpr int kField = 28;
    constexpr int kBox = 26;
    constexpr int kCross = 28;
    return {wide(ShareLine::words(1)) + kCombo, wide(QObject::tr("AUD a week")) + kField,
            wide(QObject::tr("Paid out")) + kBox, kCross};
}

BuilderRow::BuilderRow(int number, const Person& person, bool isMe, const QString& fallback, bool removable,
                       QWidget* parent)
    : QWidget(parent), m_person(person), m_fallback(fallback)
{
    const auto named = [&](const char* part) {
        return QStringLiteral("newPlan%1%2").arg(QLatin1StringView(part)).arg(number);
    };
    setObjectName(named("Row"));
    const QString tail = isMe ? tr("you") : person.isRole ? tr("no name yet") : QString();
    m_name = new NameLine(named("Person"), tail, this);
    m_name->setText(format::raw(person.name));
    m_name->setPlaceholderText(isMe ? tr("Your name") : person.isRole ? tr("Role") : fallback);
    m_time = new TimeField(named("Time"), person.allocation, this);
    m_rate = new AmountField(named("Rate"), person.weeklyRate, this);
    m_rate->setPlain(QStringLiteral("999,999"));
    m_rate->setAlignment(Qt::AlignRight);
    m_rate->setStep(Money::dollars(100));
    m_paid = new QCheckBox(this);
    m_paid->setObjectName(named("Paid"));
    m_paid->setChecked(person.paidOut);
    m_remove = new CrossButton(named("Remove"), tr("Remove"), this);
    QSizePolicy kept = m_remove->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_remove->setSizePolicy(kept);
    m_remove->setVisible(removable);

    const BuilderColumns columns = BuilderColumns::of(*this);
    m_time->setFixedWidth(columns.time);
    m_rate->setFixedWidth(columns.rate);
    m_paid->setFixedWidth(columns.paid);
    m_remove->setFixedWidth(columns.remove);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kBuilderGap);
    row->addWidget(m_name, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_time, m_rate, m_paid, m_remove})
        row->addWidget(part);

    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_person.name = format::utf8(text.trimmed());
        describe();
        Q_EMIT changed();
    });
    connect(m_time, &TimeField::settled, this, [this] {
        m_person.allocation = m_time->share();
        Q_EMIT changed();
    });
    connect(m_rate, &AmountField::settled, this, [this] {
        m_person.weeklyRate = m_rate->amount();
        m_person.rateBasis.reset(); // it is no longer what a salary came to
        Q_EMIT changed();
    });
    connect(m_paid, &QCheckBox::toggled, this, [this](bool on) {
        m_person.paidOut = on;
        describe();
        Q_EMIT changed();
    });
    connect(m_remove, &QAbstractButton::clicked, this, &BuilderRow::removeWanted);
    m_rate->installEventFilter(this);
    describe();
}

void BuilderRow::describe()
{
    const QString typed = format::text(m_person.name);
    const QString who = typed.isEmpty() ? m_fallback : typed;
    m_name->setAccessibleName(m_person.isRole ? tr("Role, no name yet") : tr("Name of %1").arg(m_fallback));
    m_time->setAccessibleName(tr("Time of %1").arg(who));
    m_rate->setAccessibleName(tr("AUD a week of %1").arg(who));
    m_paid->setText(m_person.paidOut ? tr("yes") : tr("no"));
    m_paid->setAccessibleName(tr("%1 is paid out").arg(who));
    m_paid->setToolTip(tr("Off: own time. It costs its rate, and no money leaves the account."));
    m_remove->setAccessibleName(tr("Remove %1").arg(who));
}

void BuilderRow::setRate(Money rate, const std::optional<RateBasis>& basis)
{
    m_person.weeklyRate = rate;
    m_person.rateBasis = basis;
    m_rate->setAmount(rate);
    Q_EMIT changed();
}

void BuilderRow::focusName()
{
    m_name->setFocus(Qt::TabFocusReason);
}

void BuilderRow::focusRate()
{
    m_rate->setFocus(Qt::TabFocusReason);
}

bool BuilderRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_rate && event->type() == QEvent::FocusIn)
        Q_EMIT rateFocused();
    return QWidget::eventFilter(watched, event);
}

} // namespace trestle

#include "ui/team/salary_panel.h"

#include "models/team_rate.h"
#include "ui/base/format.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/reading_order.h"
#include "ui/widgets/segments.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <array>
#include <span>

namespace trestle {

namespace {

constexpr std::array kRateKinds{RateKind::employee, RateKind::contractorPerDay, RateKind::contractorPerHour};
constexpr int kFormulaGap = 8;

QLabel* formulaWord(const QString& name, const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// One line of a formula: words and fields, from left to right.
QHBoxLayout* formulaLine(std::initializer_list<QWidget*> parts)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(kFormulaGap);
    for (QWidget* part : parts)
        line->addWidget(part);
    line->addStretch(1);
    return line;
}

AmountField* formulaAmount(const QString& name, const QString& what, QWidget* parent)
{
    auto* field = new AmountField(name, {}, parent);
    field->setPlain(QStringLiteral("999,999"));
    field->setStep(Money::dollars(1'000));
    field->setAccessibleName(what);
    return field;
}

NumberField* formulaNumber(const QString& name, const QString& what, double least, double most, QWidget* parent)
{
    auto* field = new NumberField(name, least, most, parent);
    field->setAccessibleName(what);
    return field;
}

QString namePart(const char* part)
{
    return QStringLiteral("salary") + QLatin1String(part);
}

} // namespace

SalaryPanel::SalaryPanel(QWidget* parent)
    : QFrame(parent),
      m_kinds(new Segments(namePart("Kind"), tr("Kind of work"), {tr("Employee"), tr("Contractor")}, this)),
      m_employee(new QWidget(this)), m_divisor(new QWidget(this)), m_contractor(new QWidget(this)),
      m_salary(formulaAmount(namePart("Yearly"), tr("Salary a year"), m_employee)),
      m_super(formulaNumber(namePart("Super"), tr("Super, per cent of the salary"), 0, kMostSuperPercent, m_employee)),
      m_onCosts(formulaAmount(namePart("OnCosts"), tr("Other on-costs a year"), m_employee)),
      m_weeks(formulaNumber(namePart("Weeks"), tr("Weeks at work in a year"), 1, kMostWeeksAtWork, m_divisor)),
      m_fee(formulaAmount(namePart("Fee"), tr("Rate of the contractor"), m_contractor)),
      m_unit(new QComboBox(m_contractor)),
      m_units(formulaNumber(namePart("Units"), tr("Days or hours a week"), 0.5, kMostDaysAWeek, m_contractor)),
      m_superAmount(formulaWord(namePart("SuperAmount"), {}, m_employee)),
      m_yearly(formulaWord(namePart("YearlyCost"), {}, m_employee)),
      m_unitsWord(formulaWord(namePart("UnitsWord"), {}, m_contractor)),
      m_result(formulaWord(namePart("Result"), {}, this)), m_part(formulaWord(namePart("Part"), {}, this)),
      m_note(formulaWord(namePart("Note"), {}, this))
{
    setObjectName(QStringLiteral("salaryPanel"));
    for (std::size_t i = 0; i < kRateKinds.size(); ++i)
        m_bases[i] = usualBasis(kRateKinds[i]);
    auto* title = formulaWord(namePart("Title"), tr("A full-time week from a salary"), this);
    title->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    m_employee->setObjectName(namePart("Employee"));
    m_divisor->setObjectName(namePart("Divisor"));
    m_contractor->setObjectName(namePart("Contractor"));
    m_unit->setObjectName(namePart("Unit"));
    m_unit->setAccessibleName(tr("Paid by"));
    m_unit->addItems({tr("a day"), tr("an hour")});
    m_fee->setStep(Money::dollars(50));
    m_result->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    m_part->setForegroundRole(QPalette::PlaceholderText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setFont(scaledFont(font(), TextSize::Small));
    m_note->setWordWrap(true);

    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(title, 1);
    head->addWidget(m_kinds);
    const auto word = [](const char* name, const QString& text, QWidget* in) {
        return formulaWord(namePart(name), text, in);
    };
    auto* employee = new QVBoxLayout(m_employee);
    employee->setContentsMargins(0, 0, 0, 0);
    employee->setSpacing(kFormulaGap);
    employee->addLayout(
        formulaLine({m_salary, word("PlusSuper", tr("a year + super"), m_employee), m_super, m_superAmount}));
    employee->addLayout(formulaLine({word("PlusOnCosts", tr("+ other on-costs"), m_employee), m_onCosts, m_yearly}));
    auto* divisor = new QHBoxLayout(m_divisor);
    divisor->setContentsMargins(0, 0, 0, 0);
    divisor->addLayout(formulaLine(
        {word("Over", QStringLiteral("÷"), m_divisor), m_weeks, word("AtWork", tr("weeks at work"), m_divisor)}));
    auto* contractor = new QVBoxLayout(m_contractor);
    contractor->setContentsMargins(0, 0, 0, 0);
    contractor->addLayout(
        formulaLine({m_fee, m_unit, word("Times", QStringLiteral("×"), m_contractor), m_units, m_unitsWord}));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(kFormulaGap);
    column->addLayout(head);
    column->addWidget(m_employee);
    column->addWidget(m_contractor);
    column->addLayout(formulaLine({m_divisor, m_result, m_part}));
    column->addWidget(m_note);

    for (TypedField* field : std::initializer_list<TypedField*>{m_salary, m_super, m_onCosts, m_weeks, m_fee, m_units})
        connect(field, &QLineEdit::textChanged, this, &SalaryPanel::fieldChanged);
    connect(m_kinds, &Segments::chose, this, &SalaryPanel::kindChanged);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &SalaryPanel::kindChanged);
    fill(m_bases[0]);
}

RateKind SalaryPanel::kind() const
{
    if (m_kinds->chosen() == 0)
        return RateKind::employee;
    return m_unit->currentIndex() == 0 ? RateKind::contractorPerDay : RateKind::contractorPerHour;
}

RateBasis SalaryPanel::basis() const
{
    RateBasis basis = m_bases[static_cast<std::size_t>(kind())];
    if (basis.kind == RateKind::employee) {
        basis.amount = m_salary->amount();
        basis.superPercent = m_super->number();
        basis.onCosts = m_onCosts->amount();
        basis.weeksAtWork = m_weeks->number();
    } else {
        basis.amount = m_fee->amount();
        basis.timeAWeek = m_units->number();
    }
    return basis;
}

void SalaryPanel::setBasis(const RateBasis& basis)
{
    m_bases[static_cast<std::size_t>(basis.kind)] = basis;
    fill(basis);
}

void SalaryPanel::setTime(double allocation)
{
    m_time = allocation;
    refresh();
}

Money SalaryPanel::rate() const
{
    return weeklyRate(basis());
}

QString SalaryPanel::problem() const
{
    const std::array<const TypedField*, 4> employee{m_salary, m_super, m_onCosts, m_weeks};
    const std::array<const TypedField*, 2> contractor{m_fee, m_units};
    const auto fields = kind() == RateKind::employee ? std::span<const TypedField* const>(employee)
                                                     : std::span<const TypedField* const>(contractor);
    for (const TypedField* field : fields)
        if (QString problem = field->problem(); !problem.isEmpty())
            return problem;
    return {};
}

/// Puts a basis into the fields of its kind, and shows those.
void SalaryPanel::fill(const RateBasis& basis)
{
    m_showing = true;
    const bool employee = basis.kind == RateKind::employee;
    m_kinds->choose(employee ? 0 : 1);
    if (employee) {
        m_salary->setAmount(basis.amount);
        m_super->setNumber(basis.superPercent);
        m_onCosts->setAmount(basis.onCosts);
        m_weeks->setNumber(basis.weeksAtWork);
    } else {
        const bool byDay = basis.kind == RateKind::contractorPerDay;
        m_unit->setCurrentIndex(byDay ? 0 : 1);
        m_fee->setAmount(basis.amount);
        m_units->setRange(0.5, byDay ? kMostDaysAWeek : kMostHoursAWeek);
        m_units->setNumber(basis.timeAWeek);
        m_unitsWord->setText(byDay ? tr("days a week") : tr("hours a week"));
    }
    m_employee->setVisible(employee);
    m_divisor->setVisible(employee);
    m_contractor->setVisible(!employee);
    m_note->setText(employee ? tr("Super is %1 % from %2. Change it where yours differs.")
                                   .arg(format::number(kSuperPercent), format::date(kSuperSince))
                             : tr("Without GST. A contractor who takes leave isn't paid for it."));
    m_showing = false;
    refresh();
}

void SalaryPanel::fieldChanged()
{
    if (m_showing)
        return;
    refresh();
    if (!problem().isEmpty())
        return;
    const RateBasis now = basis();
    if (m_bases[static_cast<std::size_t>(now.kind)] == now)
        return;
    m_bases[static_cast<std::size_t>(now.kind)] = now;
    Q_EMIT changed();
}

void SalaryPanel::kindChanged()
{
    if (m_showing)
        return;
    fill(m_bases[static_cast<std::size_t>(kind())]);
    Q_EMIT changed();
}

void SalaryPanel::refresh()
{
    const RateBasis now = basis();
    const bool sound = problem().isEmpty();
    m_superAmount->setText(tr("% = %1").arg(format::amount(superOf(now))));
    m_yearly->setText(tr("= %1 a year").arg(format::amount(yearlyCost(now))));
    const Money rate = weeklyRate(now);
    m_result->setText(sound ? tr("= %1 a week").arg(format::money(rate)) : tr("= …"));
    m_part->setVisible(sound && m_time < 1);
    m_part->setText(tr("· %1 of it costs %2").arg(format::percent(m_time), format::amount(weekOf(rate, m_time))));
}

void SalaryPanel::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    setReadingOrder(*this);
}

void SalaryPanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    shapes::panel(painter, rect(), 8, roleColor(Role::SurfaceMuted, palette()), roleColor(Role::Border, palette()));
}

} // namespace trestle

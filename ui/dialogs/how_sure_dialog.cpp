#include "ui/dialogs/how_sure_dialog.h"

#include "data/reference_json.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_record.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace trestle {

namespace {

constexpr int kWidth = 720;
constexpr int kHeight = 640;

struct RateRow {
    QString title;
    int projects = 0;
    HitRates rates;
    bool isStrong = false; ///< of the plan's own outside view
};

HitRates meanOfEffort(const std::vector<ReferenceSet>& sets, const OutsideView& view)
{
    std::vector<HitRates> rates;
    for (const ReferenceSet& set : sets)
        if (set.isEffort)
            rates.push_back(hitRates(set, view));
    return meanOf(rates);
}

int projectsIn(const std::vector<ReferenceSet>& sets, bool effortAlone)
{
    int projects = 0;
    for (const ReferenceSet& set : sets)
        projects += !effortAlone || set.isEffort ? set.projects : 0;
    return projects;
}

/// A row for each preset, and for the user's own figures where the plan has them.
std::vector<RateRow> rowsByView(const Plan& plan, const std::vector<ReferenceSet>& sets)
{
    std::vector<RateRow> rows;
    const OutsideView& chosen = plan.inputs.outsideView;
    for (const OutsideViewPreset& preset : plan.catalogue->outsideViews)
        rows.push_back({format::text(preset.title), projectsIn(sets, true),
                        meanOfEffort(sets, {preset.id, preset.m.value, preset.s.value}), preset.id == chosen.preset});
    if (!findOutsideView(*plan.catalogue, chosen.preset))
        rows.push_back({wording::ownView(chosen), projectsIn(sets, true), meanOfEffort(sets, chosen), true});
    return rows;
}

std::vector<RateRow> rowsByRecord(const Plan& plan, const std::vector<ReferenceSet>& sets)
{
    std::vector<RateRow> rows;
    for (const ReferenceSet& set : sets)
        rows.push_back({format::text(set.title), set.projects, hitRates(set, plan.inputs.outsideView), false});
    return rows;
}

QLabel* cell(const QString& text, const QFont& font, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// Headings and rows with figures at the right; `name` is the start of the cells' objectNames.
QGridLayout* rateTable(const QString& name, const QString& first, const std::vector<RateRow>& rows, QWidget* parent)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    const QFont plain = parent->font();
    const QFont small = scaledFont(plain, TextSize::Fine, QFont::DemiBold);
    const std::array<QString, 6> heads{first,
                                       HowSureDialog::tr("Projects"),
                                       HowSureDialog::tr("at %1").arg(format::percent(0.5)),
                                       HowSureDialog::tr("at %1").arg(format::percent(0.8)),
                                       HowSureDialog::tr("at %1").arg(format::percent(0.9)),
                                       HowSureDialog::tr("between 10 and 90 %")};
    const auto place = [&](int row, int column, const QString& text, const QFont& font) {
        QLabel* label = cell(text, font, parent);
        label->setObjectName(QStringLiteral("%1Cell%2_%3").arg(name).arg(row).arg(column));
        label->setWordWrap(column == 0);
        grid->addWidget(label, row, column, column == 0 ? Qt::Alignment() : Qt::AlignRight | Qt::AlignTop);
    };
    for (int column = 0; column < static_cast<int>(heads.size()); ++column)
        place(0, column, heads[static_cast<std::size_t>(column)], small);
    int at = 0;
    for (const RateRow& row : rows) {
        QFont font = plain;
        font.setWeight(row.isStrong ? QFont::DemiBold : QFont::Normal);
        place(++at, 0, row.title, font);
        place(at, 1, format::number(row.projects, 0), font);
        int column = 1;
        for (const double share : {row.rates.atP50, row.rates.atP80, row.rates.atP90, row.rates.inBand})
            place(at, ++column, format::number(share * 100, 0), font);
    }
    return grid;
}

} // namespace

HowSureDialog::HowSureDialog(const Plan& plan, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("howSureDialog"));
    const QString sure = format::wholePercent(plan.inputs.confidence);
    setWindowTitle(tr("How sure is %1 sure?").arg(sure));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 12);
    auto* scroll = new QScrollArea(this);
    setAccessibleRole(*scroll, QAccessible::Pane);
    scroll->setAccessibleName(tr("How sure the figures are"));
    scroll->setObjectName(QStringLiteral("howSureScroll"));
    scroll->setFrameStyle(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(scroll);
    content->setObjectName(QStringLiteral("howSureContent"));
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(24, 24, 24, 12);
    m_column->setSpacing(8);

    addText(
        QStringLiteral("howSureMeaning"),
        tr("A plan that is %1 sure by a date says: of %2 projects like this one, %3 are done by then. Trestle draws "
           "the whole plan 10,000 times, with your people and the order of the work, and counts.")
            .arg(sure)
            .arg(10)
            .arg(plan.inputs.confidence / 10));
    addHeading(QStringLiteral("howSureWhyHead"), tr("Why not from the estimates alone"));
    addText(
        QStringLiteral("howSureWhy"),
        tr("Estimates give each phase a range. Real projects also vary as a whole: the code is in a worse state than "
           "it looked, or everything was estimated too low at once. The outside view adds that, as far as public "
           "records of finished projects show it. Likely, low and high plans stay as they are."));
    addRates(plan);
    addHeading(QStringLiteral("howSureAgainstHead"), tr("What speaks against these figures"));
    addText(QStringLiteral("howSureAgainst"),
            tr("• They are of other firms, mostly from other decades; none began with a prototype made with an "
               "assistant.\n"
               "• The outside view was chosen on the same records, so your project may do somewhat worse.\n"
               "• The records differ a lot from each other, and which of them yours is like cannot be known before.\n"
               "• The plan holds for the people named in it. If they are called away, enter their leave.\n"
               "• What may happen or not, such as a rejected release, belongs in the list of risks."));
    m_column->addStretch(1);
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(QStringLiteral("howSureButtons"));
    buttons->setContentsMargins(24, 0, 24, 0);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("howSureClose"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    outer->addWidget(buttons);
    resize(kWidth, kHeight);
}

void HowSureDialog::addRates(const Plan& plan)
{
    const Result<std::vector<ReferenceSet>> sets = referenceSets();
    if (!sets) {
        addText(QStringLiteral("howSureError"), wording::error(sets.error()));
        return;
    }
    addHeading(QStringLiteral("howSureRatesHead"), tr("Of 100 promises, how many were kept"));
    addText(
        QStringLiteral("howSureRates"),
        tr("For each outside view: of 100 finished projects, how many stayed within what Trestle would have promised "
           "at 50, 80 and 90 %, and how many ended between 10 and 90 %, which should be 80."));
    m_column->addLayout(rateTable(QStringLiteral("howSureViews"), tr("Outside view"), rowsByView(plan, *sets),
                                  m_column->parentWidget()));
    addHeading(QStringLiteral("howSureRecordsHead"), tr("The same by record, with this plan’s outside view"));
    m_column->addLayout(
        rateTable(QStringLiteral("howSureRecords"), tr("Record"), rowsByRecord(plan, *sets), m_column->parentWidget()));
    QStringList sources;
    for (const ReferenceSet& set : *sets)
        sources += tr("%1: %2").arg(format::text(set.title), format::text(set.source));
    addText(QStringLiteral("howSureSources"), sources.join(u'\n'));
}

void HowSureDialog::addText(const QString& name, const QString& text)
{
    QLabel* label = cell(text, font(), m_column->parentWidget());
    label->setObjectName(name);
    label->setWordWrap(true);
    m_column->addWidget(label);
}

void HowSureDialog::addHeading(const QString& name, const QString& text)
{
    QLabel* label = cell(text, scaledFont(font(), TextSize::Heading, QFont::DemiBold), m_column->parentWidget());
    label->setObjectName(name);
    m_column->addSpacing(4);
    m_column->addWidget(label);
}

} // namespace trestle

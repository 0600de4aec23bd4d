#include "ui/export/export_dialog.h"

#include "models/money_rules.h"
#include "ui/base/format.h"
#include "ui/base/wording_exports.h"
#include "ui/document/plan_document.h"
#include "ui/export/format_list.h"
#include "ui/export/page_checks.h"
#include "ui/scenarios/scenario_words.h"
#include "ui/widgets/reading_order.h"
#include "ui/widgets/segments.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr int kLongestLine = 100; // of a letterhead
constexpr qsizetype kLongestNote = 600;

/// The order of the choices of a separator.
enum SeparatorChoice { commas, semicolons, decimalCommas };

QStringList audienceNames()
{
    QStringList names;
    for (const Audience audience : kAudiences)
        names << wording::audience(audience);
    return names;
}

QComboBox* makeChoice(const QStringList& choices, int chosen, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->addItems(choices);
    box->setCurrentIndex(chosen);
    return box;
}

} // namespace

ExportDialog::ExportDialog(Needs needs, const ExportWish& first, QWidget* parent)
    : FormDialog(QStringLiteral("exportDialog"), tr("Export"), {}, parent), m_needs(std::move(needs)),
      m_audience(new Segments(QStringLiteral("exportAudience"), tr("Who it is for"), audienceNames(), this)),
      m_audienceLine(new QLabel(this)), m_format(new FormatList(m_needs.formats, this)),
      m_scenario(new QComboBox(this)), m_chart(new QComboBox(this)), m_pages(new PageChecks(this)),
      m_company(new QLineEdit(this)), m_preparedBy(new QLineEdit(this)), m_note(new QPlainTextEdit(this)),
      m_logo(new LogoField(m_needs.fileToOpen, this))
{
    setMinimumWidth(560);
    addAudience(first.audience);
    addField(tr("&What"), m_format, QStringLiteral("exportFormat"));
    addScenarios(first.scenario);
    addLook(first);
    addLetterhead(first);
    buttons()->button(QDialogButtonBox::Ok)->setText(tr("&Export…"));
    m_format->list(first.audience, isPriced(m_needs.document.inputs()));
    m_format->choose(first.format);
    m_pages->choose(first.look.parts);
    connect(m_audience, &Segments::chose, this, [this](int choice) {
        m_format->list(kAudiences.at(static_cast<std::size_t>(choice)), isPriced(m_needs.document.inputs()));
        follow();
    });
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::follow);
    connect(m_scenario, &QComboBox::currentIndexChanged, this, &ExportDialog::follow);
    connect(m_logo, &LogoField::told, this, &ExportDialog::complain);
    follow();
}

void ExportDialog::addAudience(Audience first)
{
    m_audience->choose(static_cast<int>(first));
    addFormRow(*form(), tr("For"), m_audience);
    m_audienceLine->setObjectName(QStringLiteral("exportAudienceLine"));
    m_audienceLine->setWordWrap(true);
    m_audienceLine->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    form()->addRow(QString(), m_audienceLine);
}

void ExportDialog::addScenarios(const QString& first)
{
    for (const QString& name : QStringList(QString()) + m_needs.document.scenarios())
        m_scenario->addItem(scenariowords::name(name), name);
    m_scenario->setCurrentIndex(std::max(0, m_scenario->findData(first)));
    m_scenario->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // however long a name is
    m_scenario->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addField(tr("&Scenario"), m_scenario, QStringLiteral("exportScenario"));
    form()->setRowVisible(m_scenario, m_scenario->count() > 1);
}

void ExportDialog::addLook(const ExportWish& first)
{
    QStringList papers;
    for (const PaperSize paper : kPaperSizes)
        papers << wording::paperSize(paper);
    QStringList scales;
    for (int scale = kLeastScale; scale <= kMostScale; ++scale)
        scales << tr("%1× its size on screen").arg(scale);
    m_paper = makeChoice(papers, static_cast<int>(first.look.paper), this);
    m_scale = makeChoice(scales, first.look.scale - kLeastScale, this);
    m_separator = makeChoice({tr("Commas"), tr("Semicolons"), tr("Semicolons, and decimal commas in numbers")},
                             first.decimalComma       ? decimalCommas
                             : first.separator == ';' ? semicolons
                                                      : commas,
                             this);
    // A plan that is told as a price with GST is told so everywhere.
    const bool isPrice = m_needs.document.inputs().gst == GstBasis::price;
    m_gst = makeCheck(tr("Amounts with &GST"), QStringLiteral("exportGst"), first.look.withGst || isPrice, this);
    m_gst->setEnabled(!isPrice);
    m_gstWished = first.look.withGst;
    addField(tr("C&hart"), m_chart, QStringLiteral("exportChart"));
    addField(tr("Pages"), m_pages, QStringLiteral("exportPages"));
    addField(tr("&Paper"), m_paper, QStringLiteral("exportPaper"));
    addField(tr("S&ize"), m_scale, QStringLiteral("exportScale"));
    addField(tr("&Between columns"), m_separator, QStringLiteral("exportSeparator"));
    form()->addRow(QString(), m_gst);
}

void ExportDialog::addLetterhead(const ExportWish& first)
{
    const Letterhead& head = first.look.letterhead;
    m_company->setText(format::raw(head.company));
    m_preparedBy->setText(format::raw(head.preparedBy));
    for (QLineEdit* line : {m_company, m_preparedBy})
        line->setMaxLength(kLongestLine);
    m_note->setPlainText(format::raw(head.note));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * 3 + 16);
    m_logo->setLogo(head.logo);
    addField(tr("&Company"), m_company, QStringLiteral("exportCompany"));
    addField(tr("Prepared b&y"), m_preparedBy, QStringLiteral("exportPreparedBy"));
    addField(tr("&Note to the reader"), m_note, QStringLiteral("exportNote"));
    addField(tr("Logo"), m_logo, QStringLiteral("exportLogo"));
}

void ExportDialog::fillCharts()
{
    const QSignalBlocker blocker(m_chart);
    const ExportWish now = wish();
    // Of another scenario, which may have a price of its own, the export says so where it has no such chart.
    const Inputs& inputs = m_needs.document.inputs();
    m_chart->clear();
    for (const ChartRow& row : kCharts)
        if (hasChart(inputs, row.kind, now.audience))
            m_chart->addItem(wording::chart(row.kind), static_cast<int>(row.kind));
    m_chart->setCurrentIndex(std::max(0, m_chart->findData(static_cast<int>(now.look.chart))));
}

void ExportDialog::follow()
{
    const Audience audience = wish().audience;
    m_audienceLine->setText(wording::audienceLine(audience));
    m_pages->showFor(audience);
    fillCharts();
    const std::vector<ExportFormat> formats = m_format->formats();
    const auto takes = [&](bool ExportFormat::* taken) {
        return std::ranges::any_of(formats, [taken](const ExportFormat& format) { return format.*taken; });
    };
    const std::pair<QWidget*, bool ExportFormat::*> rows[] = {
        {m_chart, &ExportFormat::takesChart},         {m_pages, &ExportFormat::takesParts},
        {m_paper, &ExportFormat::takesPaper},         {m_scale, &ExportFormat::takesScale},
        {m_separator, &ExportFormat::takesSeparator}, {m_gst, &ExportFormat::takesGst},
        {m_company, &ExportFormat::takesLetterhead},  {m_preparedBy, &ExportFormat::takesLetterhead},
        {m_note, &ExportFormat::takesLetterhead},     {m_logo, &ExportFormat::takesLetterhead},
    };
    for (const auto& [row, taken] : rows)
        form()->setRowVisible(row, takes(taken));
    complain({});
    resize(width(), minimumHeight());
}

ExportWish ExportDialog::wish() const
{
    ExportWish wish;
    wish.format = m_format->chosen();
    wish.audience = kAudiences.at(static_cast<std::size_t>(std::max(0, m_audience->chosen())));
    wish.scenario = m_scenario->currentData().toString();
    wish.look.chart = static_cast<ChartKind>(m_chart->currentData().toInt());
    wish.look.parts = m_pages->chosen();
    wish.look.paper = kPaperSizes.at(static_cast<std::size_t>(m_paper->currentIndex()));
    wish.look.scale = m_scale->currentIndex() + kLeastScale;
    wish.look.withGst = m_gst->isEnabled() ? m_gst->isChecked() : m_gstWished;
    wish.separator = m_separator->currentIndex() == commas ? ',' : ';';
    wish.decimalComma = m_separator->currentIndex() == decimalCommas;
    Letterhead& head = wish.look.letterhead;
    head.company = format::utf8(m_company->text().trimmed());
    head.preparedBy = format::utf8(m_preparedBy->text().trimmed());
    head.note = format::utf8(m_note->toPlainText().trimmed().left(kLongestNote));
    head.logo = m_logo->logo();
    return wish;
}

void ExportDialog::accept()
{
    const ExportWish wanted = wish();
    if (!m_pages->isHidden() && wanted.look.parts && wanted.look.parts->empty()) {
        complain(tr("Choose at least one page."));
        m_pages->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_needs.write(wanted, this))
        FormDialog::accept();
}

} // namespace trestle

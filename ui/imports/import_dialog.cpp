#include "ui/imports/import_dialog.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_imports.h"
#include "ui/imports/column_choices.h"
#include "ui/questions/question_runner.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kMostHeadingRows = 20;

QString explanationOf(const ImportRequest& request)
{
    return request.content->table()
               ? ImportDialog::tr("%1 becomes a new plan. Say what its columns mean, where it was not understood.")
                     .arg(request.file)
               : ImportDialog::tr("%1 becomes a new plan.").arg(request.file);
}

} // namespace

ImportDialog::ImportDialog(ImportRequest request, QWidget* parent)
    : FormDialog(QStringLiteral("importDialog"), tr("Import tasks"), explanationOf(request), parent),
      m_request(std::move(request)), m_counts(new QLabel(this)), m_losses(new QPlainTextEdit(this)),
      m_runner(new QuestionRunner(this))
{
    if (const TaskTable* table = m_request.content->table())
        addTable(*table);
    m_counts->setObjectName(QStringLiteral("importCounts"));
    m_counts->setWordWrap(true);
    addWide(m_counts);
    auto* otherwise = new QLabel(tr("Other&wise than in the file:"), this);
    otherwise->setObjectName(QStringLiteral("importLossesLabel"));
    otherwise->setBuddy(m_losses);
    addWide(otherwise);
    m_losses->setObjectName(QStringLiteral("importLosses"));
    m_losses->setAccessibleName(tr("Otherwise than in the file"));
    m_losses->setReadOnly(true);
    m_losses->setTabChangesFocus(true);
    m_losses->setMinimumHeight(110);
    addWide(m_losses);
    buttons()->button(QDialogButtonBox::Ok)->setText(tr("&Import"));
    setMinimumWidth(m_columns ? 760 : 560);
    if (m_columns)
        resize(940, height());
    workOut();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::addTable(const TaskTable& table)
{
    m_mapping = guessMapping(table);
    m_headings = new QComboBox(this);
    m_headings->addItem(tr("No row"));
    for (std::size_t row = 0; row < std::min(table.rows.size(), kMostHeadingRows); ++row)
        m_headings->addItem(tr("Row %1").arg(table.rows[row].number));
    m_headings->setCurrentIndex(m_mapping.headings ? static_cast<int>(*m_mapping.headings) + 1 : 0);
    addField(tr("&Headings"), m_headings, QStringLiteral("importHeadings"));
    connect(m_headings, &QComboBox::activated, this, &ImportDialog::takeHeadings);
    m_columns = new ColumnChoices(this);
    m_columns->setMinimumHeight(250);
    addWide(m_columns);
    connect(m_columns, &ColumnChoices::chosen, this, &ImportDialog::takeUse);
    showColumns();
}

void ImportDialog::takeHeadings(int index)
{
    m_mapping.headings = index > 0 ? std::optional(static_cast<std::size_t>(index - 1)) : std::nullopt;
    showColumns();
    workOut();
}

void ImportDialog::takeUse(std::size_t column, const ColumnUse& use)
{
    trestle::use(m_mapping, column, use);
    showColumns();
    workOut();
}

void ImportDialog::showColumns()
{
    m_columns->setColumns(columnsOf(*m_request.content->table(), m_mapping));
}

void ImportDialog::workOut()
{
    m_plan.reset();
    buttons()->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_counts->setText(tr("Working it out…"));
    m_runner->ask([file = m_request.content, mapping = m_mapping,
                   today = m_request.today](const QuestionOptions&) { return planOfImport(*file, mapping, today); },
                  [this](const Result<ImportedPlan>& plan) { take(plan); });
}

void ImportDialog::take(const Result<ImportedPlan>& plan)
{
    complain(plan ? QString() : wording::error(plan.error()));
    m_counts->setText(plan ? wording::importCounts(countsOf(plan->document)) : tr("No plan yet."));
    const QString losses = plan ? wording::importLosses(plan->losses) : QString();
    m_losses->setPlainText(plan && losses.isEmpty() ? tr("Nothing.") : losses);
    if (plan)
        m_plan = *plan;
    buttons()->button(QDialogButtonBox::Ok)->setEnabled(plan.has_value());
}

void ImportDialog::accept()
{
    if (m_plan)
        FormDialog::accept();
}

} // namespace trestle

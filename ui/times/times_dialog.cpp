#include "ui/times/times_dialog.h"

#include "models/learning.h"
#include "models/progress/item_names.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_times.h"
#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"
#include "ui/times/columns_pane.h"
#include "ui/times/names_pane.h"
#include "ui/times/times_models.h"
#include "ui/times/times_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kMostNotes = 1000; ///< rows that are listed one by one

QString tabText(const QString& text, std::size_t count)
{
    return TimesDialog::tr("%1 (%2)").arg(text, format::number(static_cast<double>(count), 0));
}

} // namespace

TimesDialog::TimesDialog(PlanDocument& document, TimesRequest request, QWidget* parent)
    : FormDialog(QStringLiteral("timesDialog"), tr("Import times"),
                 tr("%1 says what happened. A row belongs to the item whose id or title it names; nothing is guessed.")
                     .arg(request.file),
                 parent),
      m_document(document), m_request(std::move(request)), m_catalogue(document.project().catalogue.catalogue),
      m_shape(new QLabel(this)), m_column(new QComboBox(this)), m_add(new QComboBox(this)),
      m_statusDate(makeCheck({}, QStringLiteral("timesStatusDate"), false, this)), m_tabs(new QTabBar(this)),
      m_pages(new QStackedWidget(this)), m_items(new ImportedItemsModel(m_catalogue, this)),
      m_names(new NamesPane(m_catalogue, document.contents().base, m_pages)), m_notes(new QPlainTextEdit(m_pages)),
      m_columns(new TimesColumnsPane(m_request.content, m_pages)), m_summary(new QLabel(this)),
      m_runner(new QuestionRunner(this))
{
    addHead();
    addTabs();
    m_summary->setObjectName(QStringLiteral("timesSummary"));
    m_summary->setWordWrap(true);
    addWide(m_summary);
    buttons()->button(QDialogButtonBox::Ok)->setText(tr("&Import"));
    setMinimumWidth(760);
    resize(940, height());
    connect(&m_document, &PlanDocument::planChanged, this, &TimesDialog::workOut);
    connect(&m_document, &PlanDocument::editRefused, this,
            [this](const Error& error) { complain(wording::error(error)); });
    workOut();
}

TimesDialog::~TimesDialog() = default;

bool TimesDialog::isBusy() const
{
    return m_runner->isBusy();
}

void TimesDialog::addHead()
{
    m_shape->setObjectName(QStringLiteral("timesShape"));
    m_shape->setTextFormat(Qt::PlainText);
    m_shape->setWordWrap(true);
    addWide(m_shape);
    addField(tr("Items are in the &column"), m_column, QStringLiteral("timesColumn"));
    m_add->addItem(tr("Takes the place of what the plan has"));
    m_add->addItem(tr("Adds to what the plan has"));
    addField(tr("Time &spent"), m_add, QStringLiteral("timesAdd"));
    addWide(m_statusDate);
    m_statusDate->hide();
    connect(m_column, &QComboBox::activated, this, [this](int index) {
        m_choices.column = static_cast<std::size_t>(index);
        workOut();
    });
    connect(m_add, &QComboBox::activated, this, [this](int index) {
        m_choices.add = index == 1;
        workOut();
    });
    connect(m_statusDate, &QCheckBox::toggled, this, [this](bool on) {
        m_choices.statusDate = on ? m_last : std::nullopt;
        workOut();
    });
}

void TimesDialog::addTabs()
{
    auto* inside = new QWidget(this);
    inside->setObjectName(QStringLiteral("timesTabsInside"));
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_tabs->setObjectName(QStringLiteral("timesTabs"));
    m_tabs->setAccessibleName(tr("What the file says"));
    m_tabs->setExpanding(false);
    for (const QString& text : {tr("Items"), tr("No match"), tr("Left out"), tr("Columns")})
        m_tabs->addTab(text);
    m_pages->setObjectName(QStringLiteral("timesPages"));
    m_notes->setObjectName(QStringLiteral("timesNotes"));
    m_notes->setAccessibleName(tr("Rows left out"));
    m_notes->setReadOnly(true);
    m_notes->setTabChangesFocus(true);
    m_pages->addWidget(
        makeTimesTable(*m_items, QStringLiteral("timesItems"), tr("Items"), ImportedItemsModel::Title, m_pages));
    m_pages->addWidget(m_names);
    m_pages->addWidget(m_notes);
    m_pages->addWidget(m_columns);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    addWide(inside);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_names, &NamesPane::chosen, this, [this](const QString& name, const QString& item) {
        const std::string plain = plainName(name.toStdString());
        if (item.isEmpty())
            m_choices.items.erase(plain);
        else
            m_choices.items[plain] = item.toStdString();
        workOut();
    });
    connect(m_columns, &TimesColumnsPane::changed, this, [this] {
        m_choices.column.reset();
        m_column->clear();
        workOut();
    });
}

void TimesDialog::workOut()
{
    m_preview.reset();
    buttons()->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_summary->setText(tr("Working it out…"));
    m_runner->ask(
        [file = m_request.content, mapping = m_columns->mapping(), catalogue = m_catalogue,
         inputs = m_document.contents().base, choices = m_choices,
         today = m_document.today()](const QuestionOptions&) -> Result<Preview> {
            auto table = readTimes(*file, mapping, inputs.hoursPerWeek);
            if (!table)
                return std::unexpected(table.error());
            Preview preview{std::move(*table), {}, {}};
            preview.made = importTimes(*catalogue, inputs, preview.table, choices, today);
            preview.leftOut = leftOutOf(preview.table, preview.made);
            return preview;
        },
        [this](Result<Preview> preview) { take(std::move(preview)); });
}

void TimesDialog::take(Result<Preview> preview)
{
    complain(preview ? QString() : wording::error(preview.error()));
    const bool isFirst = !std::exchange(m_isShown, true);
    if (preview) {
        m_preview = std::move(*preview);
        takePreview(*m_preview);
    } else
        m_summary->setText(tr("Nothing can be imported: say what the columns mean."));
    if (isFirst && (!preview || m_items->rowCount() == 0)) // where there is something to say
        m_tabs->setCurrentIndex(!preview ? ColumnsPage : NamesPage);
}

void TimesDialog::takePreview(const Preview& preview)
{
    const TimesImport& made = preview.made;
    m_shape->setText(wording::timesShape(preview.table, made.inputs.hoursPerWeek));
    showNameColumns(preview);
    showStatusDate(made);
    m_items->setItems(made.items);
    m_names->setNames(made.unmatched);
    showNotes(preview);
    m_tabs->setTabText(ItemsPage, tabText(tr("Items"), made.items.size()));
    m_tabs->setTabText(NamesPage, tabText(tr("No match"), made.unmatched.size()));
    m_tabs->setTabText(NotesPage, tabText(tr("Left out"), preview.leftOut.size()));
    m_summary->setText(wording::timesSummary(made, preview.leftOut.size(), m_choices.add));
    buttons()->button(QDialogButtonBox::Ok)->setEnabled(made.inputs != m_document.contents().base);
}

void TimesDialog::showNameColumns(const Preview& preview)
{
    if (m_column->count() == 0)
        for (const std::string& heading : preview.table.nameColumns)
            m_column->addItem(format::text(heading).simplified());
    m_column->setCurrentIndex(static_cast<int>(preview.made.column));
}

/// The offer stays once it is taken, so that it can be taken back.
void TimesDialog::showStatusDate(const TimesImport& made)
{
    if (made.last)
        m_last = made.last;
    const bool isOffered = made.last || m_choices.statusDate;
    m_statusDate->setVisible(isOffered);
    if (isOffered)
        m_statusDate->setText(
            tr("&Move the status date from %1 to %2, the last day in the file")
                .arg(format::mediumDate(statusDate(m_document.contents().base)), format::mediumDate(*m_last)));
}

void TimesDialog::showNotes(const Preview& preview)
{
    QStringList lines;
    const auto list = [&](const std::vector<TimesNote>& notes) {
        for (std::size_t i = 0; i < std::min(notes.size(), kMostNotes); ++i)
            lines += wording::timesNote(notes[i]);
        if (notes.size() > kMostNotes)
            lines += tr("and %1 more").arg(format::number(static_cast<double>(notes.size() - kMostNotes), 0));
    };
    list(preview.leftOut);
    if (!preview.made.odd.empty()) {
        if (!lines.isEmpty())
            lines += QString();
        lines += tr("These count, and look wrong:");
        list(preview.made.odd);
    }
    m_notes->setPlainText(lines.isEmpty() ? tr("Nothing.") : lines.join(u'\n'));
}

void TimesDialog::accept()
{
    if (!m_preview)
        return;
    const Inputs after = m_preview->made.inputs;
    const auto items = static_cast<int>(m_preview->made.changed());
    const QString label = items == 1 ? tr("Times of %1: 1 item").arg(m_request.file)
                                     : tr("Times of %1: %2 items").arg(m_request.file).arg(items);
    if (m_document.editProject(label, [&](Project& project) { project.base = after; }))
        FormDialog::accept();
}

} // namespace trestle

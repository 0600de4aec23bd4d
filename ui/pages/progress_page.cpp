#include "ui/pages/progress_page.h"

#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/charts/spend_chart.h"
#include "ui/document/forecast_history.h"
#include "ui/document/plan_document.h"
#include "ui/progress/baseline_panel.h"
#include "ui/progress/books_dialog.h"
#include "ui/progress/progress_list.h"
#include "ui/progress/progress_words.h"
#include "ui/progress/promise_panel.h"
#include "ui/progress/rest_panel.h"
#include "ui/progress/status_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/lazy_refresh.h"
#include "ui/widgets/page_scroll.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace trestle {

namespace {

QLabel* addProgressLabel(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ProgressPage::ProgressPage(PlanDocument& document, Selection& selection, QWidget* parent)
    : QWidget(parent), m_document(document), m_selection(selection)
{
    setObjectName(QStringLiteral("progressPage"));
    setAccessibleName(tr("Progress"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    m_scroll = makePageScroll(*this, QStringLiteral("progressScroll"), tr("Progress"));
    setPageContent(*m_scroll, *makeContent());
    page->addWidget(m_scroll, 1);

    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(&document, &PlanDocument::riskChanged, lazy, &LazyRefresh::mark); // follows each change of the plan
    connect(&document.forecasts(), &ForecastHistory::changed, lazy, &LazyRefresh::mark);
    connect(m_list, &ProgressList::told, this, &ProgressPage::told);
    connect(m_list, &ProgressList::itemChosen, &m_selection, &Selection::select);
    connect(&m_selection, &Selection::changed, m_list,
            [this](const QString& node) { m_list->showItem(format::utf8(node)); });
    connect(m_list, &ProgressList::fieldOpened, this, [this](QWidget* field) {
        m_scroll->widget()->layout()->activate();
        m_scroll->ensureWidgetVisible(field, 0, kPageMargin);
    });
    applyColours();
    refresh();
}

QWidget* ProgressPage::makeContent()
{
    auto* content = new QWidget(m_scroll);
    content->setObjectName(QStringLiteral("progressContent"));
    auto* whole = new QVBoxLayout(content);
    whole->setContentsMargins(kPageMargin, 12, kPageMargin, kPageMargin);
    whole->setSpacing(12);
    whole->addWidget(new StatusBar(m_document, content));
    m_columns = new QHBoxLayout;
    m_columns->setSpacing(2 * kPageMargin);
    whole->addLayout(m_columns);
    whole->addStretch(1);

    auto* left = new QVBoxLayout;
    left->setSpacing(kRhythm);
    m_columns->addLayout(left, 3);
    m_title = addProgressLabel(content, "progressTitle");
    m_title->setText(tr("What happened?"));
    m_hint = addProgressLabel(content, "progressHint");
    m_hint->setText(tr("Type on any line: %1").arg(progresswords::examples()));
    m_list = new ProgressList(m_document, content);
    m_note = addProgressLabel(content, "progressNote");
    left->addWidget(makeStart(content));
    left->addWidget(m_title);
    left->addWidget(m_hint);
    left->addWidget(m_list);
    left->addWidget(m_note);
    auto* line = new Divider(content);
    line->setObjectName(QStringLiteral("progressSpendLine"));
    left->addSpacing(kRhythm);
    left->addWidget(line);
    m_spend = new SpendChart(m_document, content, SpendPlot::Style::Alone);
    left->addWidget(m_spend);
    m_books = new QPushButton(content);
    m_books->setObjectName(QStringLiteral("progressBooks"));
    m_books->setProperty("link", true);
    connect(m_books, &QPushButton::clicked, this, [this] { BooksDialog(m_document, this).exec(); });
    left->addWidget(m_books, 0, Qt::AlignLeft);
    left->addStretch(1);
    m_columns->addWidget(makeAside(content), 2);
    return content;
}

QWidget* ProgressPage::makeAside(QWidget* content)
{
    m_aside = new QWidget(content);
    m_aside->setObjectName(QStringLiteral("progressAside"));
    auto* column = new QVBoxLayout(m_aside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kPageMargin);
    const auto line = [&](const char* name) {
        auto* divider = new Divider(m_aside);
        divider->setObjectName(QString::fromLatin1(name));
        column->addWidget(divider);
    };
    m_rest = new RestPanel(m_document, m_aside);
    column->addWidget(m_rest);
    line("progressRestLine");
    m_promise = new PromisePanel(m_document, m_aside);
    column->addWidget(m_promise);
    line("progressPromiseLine");
    m_baseline = new BaselinePanel(m_document, m_aside);
    column->addWidget(m_baseline);
    m_record = new QPushButton(m_aside);
    m_record->setObjectName(QStringLiteral("progressRecord"));
    m_record->setProperty("link", true);
    connect(m_record, &QPushButton::clicked, this, &ProgressPage::recordWanted);
    column->addWidget(m_record, 0, Qt::AlignLeft);
    column->addStretch(1);
    return m_aside;
}

QWidget* ProgressPage::makeStart(QWidget* content)
{
    m_start = new QWidget(content);
    m_start->setObjectName(QStringLiteral("progressStart"));
    auto* column = new QVBoxLayout(m_start);
    column->setContentsMargins(0, 0, 0, kRhythm);
    m_startWords = addProgressLabel(m_start, "progressStartWords");
    m_startBaseline = new QPushButton(tr("Set a baseline…"), m_start);
    m_startBaseline->setObjectName(QStringLiteral("progressStartBaseline"));
    auto* begin = new QPushButton(tr("Say what has begun"), m_start);
    begin->setObjectName(QStringLiteral("progressStartBegin"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_startBaseline);
    row->addWidget(begin);
    row->addStretch(1);
    column->addWidget(m_startWords);
    column->addLayout(row);
    connect(begin, &QPushButton::clicked, this, [this] { m_list->openField(); });
    connect(m_startBaseline, &QPushButton::clicked, this, [this] {
        if (auto* command = window()->findChild<QAction*>(QStringLiteral("actionBaseline")))
            command->trigger();
    });
    return m_start;
}

void ProgressPage::refresh()
{
    const Plan& plan = m_document.plan();
    const ProgressReport report = progressReport(plan, m_document.forecasts().before());
    const bool hasBaseline = plan.inputs.baseline.has_value();
    m_start->setVisible(!hasBegun(plan.inputs));
    m_startBaseline->setVisible(!hasBaseline);
    m_startWords->setText(
        hasBaseline ? tr("Nothing has begun yet. As soon as something has, say so on its line.")
                    : tr("Nothing has begun yet. Set a baseline, so that what was promised stays to compare with. As "
                         "soon as work has begun, say so on its line."));
    m_list->setRows(progressRows(plan, report));
    const auto amounts = static_cast<int>(plan.inputs.actualCosts.size());
    m_books->setText(amounts == 0   ? tr("Money from the books…")
                     : amounts == 1 ? tr("Money from the books: 1 amount…")
                                    : tr("Money from the books: %1 amounts…").arg(amounts));
    m_rest->show(report);
    m_promise->refresh();
    m_baseline->refresh();
    m_record->setText(plan.nothingLeft() ? tr("All done: record how it came out") : tr("Record of past plans"));
    const auto silent = static_cast<int>(report.withoutTime.size());
    m_note->setVisible(silent > 0);
    m_note->setText(silent == 1 ? tr("One finished item has no time entered: it adds nothing to what was spent, and "
                                     "nothing is learnt from it.")
                                : tr("%1 finished items have no time entered: they add nothing to what was spent, and "
                                     "nothing is learnt from them.")
                                      .arg(silent));
}

/// Beside each other where both have room.
void ProgressPage::arrange()
{
    constexpr int kDigits = 118; // of list and figures together
    const int room = m_scroll->viewport()->width() - 2 * kPageMargin;
    const bool beside = room >= kDigits * fontMetrics().horizontalAdvance(u'0');
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ProgressPage::applyColours()
{
    m_title->setFont(scaledFont(font(), TextSize::Heading, QFont::DemiBold));
    for (QLabel* quiet : {m_hint, m_note}) {
        quiet->setFont(scaledFont(font(), TextSize::Small));
        QPalette palette = quiet->palette();
        palette.setColor(QPalette::WindowText, roleColor(Role::TextMuted, this->palette()));
        quiet->setPalette(palette);
    }
}

void ProgressPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ProgressPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace trestle

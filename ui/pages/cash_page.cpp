#include "ui/pages/cash_page.h"

#include "models/money_rules.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/cash/cash_chart.h"
#include "ui/cash/cash_editor.h"
#include "ui/cash/cash_parts.h"
#include "ui/cash/cash_table_view.h"
#include "ui/cash/cash_words.h"
#include "ui/document/plan_document.h"
#include "ui/questions/risk_service.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/card.h"
#include "ui/widgets/lazy_refresh.h"
#include "ui/widgets/page_scroll.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr int kLeastPictureDigits = 16; // beside the picture, else the text stands above it
constexpr double kMostTitles = 0.38;    // of the page's width
constexpr int kTitleDigits = 27;        // of the table, beside which a picture's text has room
constexpr int kLeastTitleDigits = 21;

} // namespace

CashPage::CashPage(PlanDocument& document, QWidget* parent) : QWidget(parent), m_document(document)
{
    setObjectName(QStringLiteral("cashPage"));
    setAccessibleName(tr("Cash"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    m_scroll = makePageScroll(*this, QStringLiteral("cashScroll"), tr("Cash"));
    QWidget* content = makeContent();
    setPageContent(*m_scroll, *content);
    page->addWidget(m_scroll, 1);

    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(&document, &PlanDocument::riskChanged, lazy, &LazyRefresh::mark); // follows each change of the plan
    connect(m_editor, &CashEditor::teamWanted, this, &CashPage::teamWanted);
    connect(m_editor, &CashEditor::lineFocused, this, [this](QWidget* line) {
        m_scroll->widget()->layout()->activate();
        m_scroll->ensureWidgetVisible(line, 0, kPageMargin);
    });
    connect(m_table, &CashTableView::editWanted, m_editor, &CashEditor::edit);
    m_wasAsked = document.inputs().cash.opening.has_value();
    applyColours();
    refresh();
}

QWidget* CashPage::makeContent()
{
    auto* content = new QWidget(m_scroll);
    content->setObjectName(QStringLiteral("cashContent"));
    auto* whole = new QVBoxLayout(content);
    whole->setContentsMargins(kPageMargin, 12, kPageMargin, kPageMargin);
    whole->setSpacing(0);
    m_start = new CashStart(m_document, content);
    whole->addWidget(m_start);
    m_asked = new QWidget(content);
    m_asked->setObjectName(QStringLiteral("cashAsked"));
    whole->addWidget(m_asked);
    whole->addStretch(1);

    auto* column = new QVBoxLayout(m_asked);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    const auto addLabel = [this](const char* name) {
        auto* label = new QLabel(m_asked);
        label->setObjectName(QString::fromLatin1(name));
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        return label;
    };
    m_sentence = addLabel("cashSentence");
    m_strip = new CashFigureStrip(m_asked);
    m_tableTitle = addLabel("cashTableTitle");
    m_tableTitle->setText(tr("The likely plan month by month, AUD"));
    m_rows = new CashTableModel(this);
    m_table = new CashTableView(*m_rows, m_asked);
    m_editor = new CashEditor(m_document, m_asked);
    m_basis = addLabel("cashBasis");
    const auto line = [this](const char* name) {
        auto* divider = new Divider(m_asked);
        divider->setObjectName(QString::fromLatin1(name));
        return divider;
    };
    column->addWidget(m_sentence);
    column->addWidget(m_strip);
    column->addWidget(line("cashPictureLine"));
    column->addWidget(makePicture(m_asked));
    column->addWidget(m_tableTitle);
    column->addWidget(m_table);
    column->addWidget(line("cashEditorLine"));
    column->addWidget(m_editor);
    column->addWidget(m_basis);
    return content;
}

QWidget* CashPage::makePicture(QWidget* content)
{
    auto* picture = new QWidget(content);
    picture->setObjectName(QStringLiteral("cashPicture"));
    m_picture = new QHBoxLayout(picture);
    m_picture->setContentsMargins(0, 0, 0, 0);
    m_picture->setSpacing(kRhythm);
    m_pictureText = new QWidget(picture);
    m_pictureText->setObjectName(QStringLiteral("cashPictureText"));
    auto* column = new QVBoxLayout(m_pictureText);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_pictureTitle = new QLabel(tr("Cash at the end of each month"), m_pictureText);
    m_pictureTitle->setObjectName(QStringLiteral("cashPictureTitle"));
    m_pictureTitle->setWordWrap(true);
    m_pictureNote = new QLabel(m_pictureText);
    m_pictureNote->setObjectName(QStringLiteral("cashPictureNote"));
    m_pictureNote->setTextFormat(Qt::PlainText);
    m_pictureNote->setWordWrap(true);
    column->addWidget(m_pictureTitle);
    column->addWidget(m_pictureNote);
    column->addStretch(1);
    m_chart = new CashChart(picture);
    m_picture->addWidget(m_pictureText);
    m_picture->addWidget(m_chart, 1);
    return picture;
}

void CashPage::refresh()
{
    const Plan& plan = m_document.plan();
    const bool isAsked = plan.inputs.cash.opening.has_value();
    const bool answered = isAsked && !m_wasAsked;
    const bool typedHere = answered && m_start->isAncestorOf(window()->focusWidget());
    m_wasAsked = isAsked;
    m_start->setVisible(!isAsked);
    m_asked->setVisible(isAsked);
    m_start->refresh();
    m_editor->refresh();
    if (!isAsked)
        return;
    m_pictureNote->setText(plan.inputs.cash.once.empty()
                               ? tr("Line: likely. Pale: 8 of 10 projects like this. People, running costs and your "
                                    "own lines are paid on the last day of each month.")
                               : tr("Line: likely. Pale: 8 of 10 projects like this. Diamond: money that comes or goes "
                                    "once. All is paid on the last day of each month."));
    m_basis->setText(cashwords::basis(plan));
    const auto figures = m_document.simulation().cash();
    // Only the invoices of a priced plan need its runs.
    CashRows rows = cashRows(plan, figures ? figures->likely : cashTable(plan));
    rows.areAwaited = !figures && isInvoiced(plan.inputs);
    m_rows->setRows(std::move(rows));
    if (figures)
        show(*figures);
    else
        wait();
    arrange();
    if (typedHere)
        m_editor->focusOpening();
}

void CashPage::show(const CashFigures& figures)
{
    const Plan& plan = m_document.plan();
    m_sentence->setMinimumHeight(0);
    m_sentence->setText(cashwords::headline(plan, figures));
    m_strip->setFigures(cashwords::figures(plan, figures));
    m_chart->setCurve(cashCurve(plan, figures));
    m_chart->setPending({});
    m_chart->setTexts(cashwords::description(plan, figures), cashwords::table(figures));
}

/// Nothing is told of another plan: figures wait for the simulation of this one.
void CashPage::wait()
{
    const auto& error = m_document.simulation().error();
    const QString text = error ? tr("The plan could not be simulated. %1").arg(wording::error(*error))
                               : tr("Simulating %1 plans…").arg(format::number(kSimulationRuns, 0));
    m_sentence->setMinimumHeight(m_sentence->text().isEmpty() ? 0 : m_sentence->height()); // what is below stays there
    m_sentence->setText(text);
    m_strip->wait();
    m_chart->setPending(text);
}

/// Titles give way to months, as far as they can still be read: to those of the picture, else to their own.
int CashPage::titleWidth(int room, int months) const
{
    const int wanted = std::min(m_table->titleWidthWanted(), static_cast<int>(kMostTitles * room));
    const int digit = fontMetrics().horizontalAdvance(u'0');
    const int month = m_table->narrowestMonth();
    const int beside = room - CashTableView::kRightPad - std::max(months, m_rows->columnCount()) * month;
    if (beside >= kTitleDigits * digit)
        return std::min(wanted, beside);
    const int own = room - CashTableView::kRightPad - m_rows->columnCount() * month;
    return std::min(wanted, std::max(own, kLeastTitleDigits * digit));
}

/// Months of picture and table stand below each other where there is room for all.
void CashPage::arrange()
{
    if (m_asked->isHidden())
        return;
    const int room = m_scroll->viewport()->width() - 2 * kPageMargin;
    m_strip->fitTo(room);
    const auto months = static_cast<int>(m_chart->curve().months.size());
    const int titles = titleWidth(room, months);
    m_table->setTitleWidth(titles);
    const std::optional<int> month = m_table->fitMonths(months, room);
    const int amounts = static_cast<int>(CashCurve::amountRoom(scaledFont(font(), TextSize::Small))) + kRhythm;
    const int text = titles - amounts - kRhythm;
    const bool beside = month && text >= kLeastPictureDigits * fontMetrics().horizontalAdvance(u'0');
    m_picture->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_pictureText->setMinimumWidth(beside ? text : 0);
    m_pictureText->setMaximumWidth(beside ? text : QWIDGETSIZE_MAX);
    if (beside)
        m_chart->setColumns(titles - text - kRhythm, *month);
    else
        m_chart->setColumns(std::nullopt, 0);
}

void CashPage::applyColours()
{
    m_sentence->setFont(scaledFont(font(), TextSize::Heading, QFont::DemiBold));
    for (QLabel* title : {m_pictureTitle, m_tableTitle})
        title->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    for (QLabel* note : {m_pictureNote, m_basis}) {
        note->setFont(scaledFont(font(), TextSize::Small));
        QPalette quiet = note->palette();
        quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
        note->setPalette(quiet);
    }
}

void CashPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CashPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColours();
        arrange();
    }
}

} // namespace trestle

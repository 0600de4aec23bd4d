#include "ui/scan/scan_review.h"

#include "ui/base/format.h"
#include "ui/base/wording_scan.h"
#include "ui/scan/evidence_list.h"
#include "ui/scan/proposal_pane.h"
#include "ui/scan/review_delegate.h"
#include "ui/scan/review_model.h"
#include "ui/scan/unread_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_scroll.h"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace trestle {

namespace {

constexpr int kSideBySide = 36; // letters of room that the list and the pane need beside each other, each
constexpr int kLeastRows = 4;

QString filterText(ReviewFilter filter, const ReviewCounts& counts, std::size_t changed)
{
    const auto with = [](const QString& text, std::size_t count) {
        return ScanReview::tr("%1 (%2)").arg(text, format::number(static_cast<double>(count), 0));
    };
    switch (filter) {
    case ReviewFilter::All: return with(ScanReview::tr("All"), counts.all);
    case ReviewFilter::Open: return with(ScanReview::tr("Open"), counts.open);
    case ReviewFilter::Changed: return with(ScanReview::tr("Changed since the last scan"), changed);
    case ReviewFilter::Assistants: return with(ScanReview::tr("From assistants"), counts.assistants);
    }
    return {};
}

constexpr std::array kFilters{ReviewFilter::All, ReviewFilter::Open, ReviewFilter::Changed, ReviewFilter::Assistants};

} // namespace

ScanReview::ScanReview(ReviewPlan plan, QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_model(new ReviewModel(this)), m_counts(new QLabel(this)),
      m_news(new QLabel(this)), m_filter(new QComboBox(this)), m_head(makeHead()), m_list(new QListView(this)),
      m_scroll(makePageScroll(*this, QStringLiteral("proposalScroll"), tr("Proposal"))),
      m_pane(new ProposalPane(m_plan, ProposalPane::Kind::Whole, QStringLiteral("proposal"), m_scroll))
{
    setObjectName(QStringLiteral("scanReview"));
    setAccessibleName(tr("Review of proposals"));
    makeList();
    auto* inner = new QWidget(m_scroll);
    inner->setObjectName(QStringLiteral("proposalColumn"));
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, kRhythm, 0);
    column->addWidget(m_pane);
    column->addStretch(1);
    setPageContent(*m_scroll, *inner);
    connect(m_pane, &ProposalPane::evidenceWanted, this, &ScanReview::evidenceWanted);

    m_sides = new QBoxLayout(QBoxLayout::LeftToRight);
    m_sides->setSpacing(kPageMargin);
    m_sides->addWidget(m_list, 2);
    m_sides->addWidget(m_scroll, 3);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(kRhythm);
    whole->addWidget(m_counts);
    whole->addWidget(m_news);
    whole->addWidget(m_head);
    whole->addLayout(m_sides, 1);
    applyColours();
    refresh();
}

QPushButton* ScanReview::addButton(QWidget& head, const char* name, const QString& text, const QString& tip)
{
    auto* button = new QPushButton(text, &head);
    button->setObjectName(QLatin1StringView(name));
    button->setToolTip(tip);
    button->setAutoDefault(false);
    head.layout()->addWidget(button);
    return button;
}

QWidget* ScanReview::makeHead()
{
    for (QLabel* label : {m_counts, m_news}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_counts->setObjectName(QStringLiteral("reviewCounts"));
    m_news->setObjectName(QStringLiteral("reviewNews"));
    auto* head = new QWidget(this);
    head->setObjectName(QStringLiteral("reviewHead"));
    head->setLayout(new FlowLayout(kRhythm));
    m_filter->setObjectName(QStringLiteral("reviewFilter"));
    m_filter->setAccessibleName(tr("Which proposals are shown"));
    m_filter->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const ReviewFilter filter : kFilters)
        m_filter->addItem(filterText(filter, {}, 0));
    head->layout()->addWidget(m_filter);
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_isRefreshing)
            refresh();
    });
    m_acceptAll = addButton(
        *head, "reviewAcceptAll", {},
        tr("What is confidently in place or partly, but for items that you set yourself; the rest stays open"));
    m_acceptAll->setProperty("primary", true);
    connect(m_acceptAll, &QPushButton::clicked, this, &ScanReview::acceptAllConfident);
    m_again = addButton(*head, "reviewAgain", tr("Scan again…"), tr("Shows what has changed since"));
    connect(m_again, &QPushButton::clicked, this, &ScanReview::scanWanted);
    m_unread = addButton(*head, "reviewUnread", {}, tr("Which files were not read, and why"));
    connect(m_unread, &QPushButton::clicked, this, &ScanReview::showUnread);
    m_editor = addButton(*head, "reviewEditor", tr("Open evidence with…"), tr("In which program a file opens"));
    m_editor->setProperty("quiet", true);
    connect(m_editor, &QPushButton::clicked, this, &ScanReview::editorWanted);
    return head;
}

void ScanReview::setForOpenPlan()
{
    m_isOfOpenPlan = true;
    refresh();
}

void ScanReview::makeList()
{
    m_list->setObjectName(QStringLiteral("reviewList"));
    m_list->setAccessibleName(tr("Proposals"));
    m_list->setAccessibleDescription(tr("A accepts, N says not so, U takes the answer back, Enter opens the evidence"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ReviewDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { follow(current.row()); });
    connect(m_list, &QListView::doubleClicked, this, &ScanReview::openFirst);
}

void ScanReview::openFirst()
{
    if (EvidenceButton* first = m_pane->evidence().first())
        first->click();
}

void ScanReview::follow(int row)
{
    const bool any = row >= 0 && row < m_model->rowCount() && !m_model->at(row).isHeading();
    const std::string item = any ? m_model->at(row).item : std::string();
    const bool other = item != m_pane->item();
    m_pane->setItem(item);
    if (other)
        m_scroll->verticalScrollBar()->setValue(0);
    if (any && other && !m_isRefreshing)
        Q_EMIT itemChosen(QString::fromStdString(item));
}

void ScanReview::setLastScan(const std::optional<LastScan>& last)
{
    m_last = last;
    refresh();
}

void ScanReview::refresh()
{
    const QScopedValueRollback<bool> guard(m_isRefreshing, true);
    const std::string chosen = m_pane->item();
    const int before = m_list->currentIndex().row();
    const auto filter = kFilters[static_cast<std::size_t>(std::max(0, m_filter->currentIndex()))];
    static const std::vector<ProposalChange> none;
    m_model->setRows(reviewRows(m_plan, m_last ? m_last->changes : none, filter));
    const int same = m_model->rowOf(chosen);
    const int row = same >= 0 ? same : m_model->itemRowFrom(std::max(0, before));
    m_list->setCurrentIndex(m_model->index(row));
    follow(row);
    fillFilter();
    showCounts();
}

void ScanReview::fillFilter()
{
    const ReviewCounts counts = reviewCounts(m_plan);
    for (std::size_t i = 0; i < kFilters.size(); ++i)
        m_filter->setItemText(static_cast<int>(i),
                              filterText(kFilters[i], counts, m_last ? m_last->changes.size() : 0));
    m_acceptAll->setText(tr("Accept all confident (%1)").arg(format::number(static_cast<double>(counts.confident), 0)));
    m_acceptAll->setEnabled(counts.confident > 0);
    m_acceptAll->setVisible(m_isOfOpenPlan && counts.all > 0);
    m_again->setVisible(m_isOfOpenPlan);
    m_filter->setVisible(counts.all > 0);
    m_editor->setVisible(counts.all > 0);
    m_list->setVisible(counts.all > 0);
    m_scroll->setVisible(counts.all > 0);
    m_again->setText(counts.all > 0 ? tr("Scan again…") : tr("Scan the prototype…"));
}

void ScanReview::showCounts()
{
    const ReviewCounts counts = reviewCounts(m_plan);
    m_counts->setText(counts.all == 0 ? tr("No proposals yet. A scan of the prototype's folder proposes what to tick, "
                                           "with the places in the source that speak for it.")
                      : counts.open == 0 ? tr("All proposals are answered.")
                                         : wording::proposalsToReview(counts.open));
    QStringList news;
    if (m_last) {
        news += tr("Last scan: %1.").arg(wording::scanCounts(m_last->scan));
        if (!m_last->changes.empty())
            news += m_last->changes.size() == 1
                        ? tr("1 state changed since the scan before.")
                        : tr("%1 states changed since the scan before.").arg(m_last->changes.size());
        if (!m_last->scan.ignoreRulesRead)
            news += tr("The repository's ignore rules could not be read.");
    }
    m_news->setText(news.join(u' '));
    m_news->setVisible(!news.isEmpty());
    const std::size_t unread = m_last ? m_last->scan.unreadCount : 0;
    m_unread->setVisible(unread > 0);
    m_unread->setText(tr("Not read: %1…").arg(format::number(static_cast<double>(unread), 0)));
}

void ScanReview::showUnread()
{
    if (m_last)
        UnreadDialog(m_last->scan, this).exec();
}

void ScanReview::acceptAllConfident()
{
    Inputs accepted = m_plan.inputs();
    const std::vector<std::string> items = acceptConfident(m_plan.catalogue(), accepted, m_plan.today());
    if (items.empty())
        return;
    for (const std::string& item : items)
        m_pane->remember(item);
    m_plan.edit(items.size() == 1 ? tr("Accept 1 proposal") : tr("Accept %1 proposals").arg(items.size()),
                [&accepted](Inputs& inputs) { inputs = accepted; });
}

void ScanReview::showItem(const std::string& item)
{
    if (m_model->rowOf(item) < 0 && m_filter->currentIndex() != 0)
        m_filter->setCurrentIndex(0);
    if (const int row = m_model->rowOf(item); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

bool ScanReview::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        if (key.modifiers() == Qt::NoModifier) {
            switch (key.key()) {
            case Qt::Key_A: m_pane->accept(); return true;
            case Qt::Key_N: m_pane->decline(); return true;
            case Qt::Key_U: m_pane->takeBack(); return true;
            case Qt::Key_Return:
            case Qt::Key_Enter: openFirst(); return true;
            default: break;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// Beside each other where there is room for both, else below.
void ScanReview::arrange()
{
    const QFontMetrics metrics(font());
    const int letter = metrics.horizontalAdvance(u'n');
    const bool beside = width() >= 2 * kSideBySide * letter;
    m_sides->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int least = kLeastRows * 2 * metrics.height();
    m_list->setMinimumHeight(least);
    m_scroll->setMinimumHeight(least);
}

void ScanReview::applyColours()
{
    m_counts->setFont(scaledFont(font(), TextSize::Heading, QFont::DemiBold));
    m_news->setFont(scaledFont(font(), TextSize::Small));
    QPalette quiet = m_news->palette();
    quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
    m_news->setPalette(quiet);
}

void ScanReview::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ScanReview::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColours();
        arrange();
    }
}

} // namespace trestle

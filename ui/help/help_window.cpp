#include "ui/help/help_window.h"

#include "ui/base/tr.h"
#include "ui/help/guide_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace trestle {

namespace {

constexpr int kContentsWidth = 220;

QPushButton* stepButton(const QString& text, const char* name, const QKeySequence& keys, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setShortcut(keys);
    button->setAutoDefault(false);
    button->setToolTip(keys.toString(QKeySequence::NativeText));
    return button;
}

} // namespace

HelpWindow::HelpWindow(OpenOutside openOutside, QWidget* parent)
    : QDialog(parent), m_openOutside(std::move(openOutside)), m_find(new QLineEdit(this)), m_none(new QLabel(this)),
      m_contents(new QListWidget(this)), m_view(new GuideView(this)),
      m_back(stepButton(tr("Back"), "helpBack", Qt::ALT | Qt::Key_Left, this)),
      m_forward(stepButton(tr("Forward"), "helpForward", Qt::ALT | Qt::Key_Right, this))
{
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(tr("Guide"));
    m_find->setObjectName(QStringLiteral("helpFind"));
    m_find->setPlaceholderText(tr("Find in the guide"));
    m_find->setAccessibleName(tr("Find in the guide"));
    m_find->setClearButtonEnabled(true);
    m_none->setObjectName(QStringLiteral("helpNone"));
    m_none->setWordWrap(true);
    m_none->hide();
    m_contents->setObjectName(QStringLiteral("helpContents"));
    m_contents->setAccessibleName(tr("Contents"));
    for (const QString& page : guide::pages()) {
        auto* row = new QListWidgetItem(guide::titleOf(page), m_contents);
        row->setData(Qt::UserRole, page);
    }

    auto* left = new QWidget(this);
    left->setObjectName(QStringLiteral("helpLeft"));
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(12, 12, 6, 12);
    column->setSpacing(8);
    column->addWidget(m_find);
    column->addWidget(m_none);
    column->addWidget(m_contents, 1);
    auto* steps = new QHBoxLayout;
    steps->addWidget(m_back);
    steps->addWidget(m_forward);
    steps->addStretch(1);
    column->addLayout(steps);
    auto* splitter = new QSplitter(this);
    splitter->setObjectName(QStringLiteral("helpSplitter"));
    splitter->addWidget(left);
    splitter->addWidget(m_view);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kContentsWidth, 700});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    resize(920, 640);

    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* row) {
        if (row)
            go(row->data(Qt::UserRole).toString());
    });
    connect(m_view, &GuideView::placeWanted, this, &HelpWindow::go);
    connect(m_view, &GuideView::outsideWanted, this, [this](const QUrl& url) { m_openOutside(url); });
    connect(m_find, &QLineEdit::textChanged, this, &HelpWindow::filter);
    connect(m_find, &QLineEdit::returnPressed, this, &HelpWindow::findNext);
    connect(m_back, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QPushButton::clicked, this, [this] { step(1); });
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_find, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    setTabOrder(m_find, m_contents);
    setTabOrder(m_contents, m_view);
    setTabOrder(m_view, m_back);
    setTabOrder(m_back, m_forward);
    refresh();
}

void HelpWindow::showPlace(const guide::Place& place)
{
    m_find->clear();
    go(place);
    show();
    raise();
    activateWindow();
    m_view->setFocus(Qt::OtherFocusReason);
}

QString HelpWindow::page() const
{
    return m_view->page();
}

/// To a place that was not on the way: what came after the present one is forgotten.
void HelpWindow::go(const guide::Place& place)
{
    // The row of a page is chosen because the page is shown, too.
    if (m_at >= 0 && m_trail[m_at].section(u'#', 0, 0) == place && page() == place)
        return;
    m_trail = m_trail.first(m_at + 1) << place;
    m_at = m_trail.size() - 1;
    m_view->show(place);
    refresh();
}

void HelpWindow::step(int by)
{
    const qsizetype next = m_at + by;
    if (next < 0 || next >= m_trail.size())
        return;
    m_at = next;
    m_view->show(m_trail[m_at]);
    refresh();
}

void HelpWindow::refresh()
{
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_trail.size());
    const qsizetype row = guide::pages().indexOf(page());
    m_contents->setCurrentRow(static_cast<int>(row));
}

/// Leaves the pages that hold the words, and shows the first of them.
void HelpWindow::filter(const QString& words)
{
    const QString wanted = words.trimmed();
    int first = -1;
    for (int row = 0; row < m_contents->count(); ++row) {
        const QString text = guide::textOf(guide::pages()[row]).value_or(QString());
        const bool holds = wanted.isEmpty() || text.contains(wanted, Qt::CaseInsensitive);
        m_contents->item(row)->setHidden(!holds);
        if (holds && first < 0)
            first = row;
    }
    m_none->setText(first < 0 ? tr("No page says “%1”.").arg(wanted) : QString());
    m_none->setVisible(first < 0);
    if (wanted.isEmpty() || first < 0)
        return;
    if (m_contents->currentRow() < 0 || m_contents->currentItem()->isHidden())
        m_contents->setCurrentRow(first);
    m_view->moveCursor(QTextCursor::Start);
    m_view->findNext(wanted);
}

/// The next place on this page, else on the next page that has one.
void HelpWindow::findNext()
{
    const QString wanted = m_find->text().trimmed();
    if (wanted.isEmpty() || m_none->isVisible() || m_view->findNext(wanted))
        return;
    const int rows = m_contents->count();
    for (int step = 1; step <= rows; ++step) {
        const int row = (m_contents->currentRow() + step) % rows;
        if (m_contents->item(row)->isHidden())
            continue;
        m_contents->setCurrentRow(row);
        m_view->moveCursor(QTextCursor::Start);
        m_view->findNext(wanted);
        return;
    }
}

} // namespace trestle

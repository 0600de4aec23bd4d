#include "ui/palette/command_palette.h"

#include "ui/palette/palette_model.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr int kWide = 600;
constexpr int kRows = 11; // in sight
constexpr int kBorder = 8;

} // namespace

CommandPalette::CommandPalette(QList<PaletteEntry> entries, QWidget* window)
    : QFrame(window, Qt::Popup), m_model(new PaletteModel(std::move(entries), this)), m_typed(new QLineEdit(this)),
      m_list(new QListView(this)), m_nothing(new QLabel(tr("Nothing of that name"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Find or do anything"));
    m_typed->setObjectName(QStringLiteral("paletteField"));
    m_typed->setAccessibleName(tr("Find or do anything"));
    m_typed->setPlaceholderText(tr("A command, item, person, page or scenario"));
    m_typed->setClearButtonEnabled(true);
    m_typed->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setObjectName(QStringLiteral("paletteNothing"));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setAlignment(Qt::AlignCenter);
    setFocusProxy(m_typed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kBorder, kBorder, kBorder, kBorder);
    column->setSpacing(kBorder);
    column->addWidget(m_typed);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    search({});
}

void CommandPalette::openAt(const QWidget& field)
{
    const QWidget& window = *parentWidget();
    const int row = m_list->sizeHintForRow(0);
    const int wide = std::min(kWide, window.width() - 4 * kBorder);
    const int high = m_typed->sizeHint().height() + 3 * kBorder + kRows * std::max(row, fontMetrics().height());
    resize(wide, std::min(high, window.height() - 8 * kBorder));
    const QPoint at = window.mapFromGlobal(field.mapToGlobal(QPoint(0, 0)));
    const int left = std::clamp(at.x(), kBorder, std::max(kBorder, window.width() - wide - kBorder));
    move(window.mapToGlobal(QPoint(left, std::max(at.y(), 0))));
    show();
    m_typed->setFocus(Qt::PopupFocusReason);
    tellRow();
}

void CommandPalette::search(const QString& typed)
{
    m_model->search(typed);
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    go(0);
}

void CommandPalette::go(int row)
{
    const int count = m_model->rowCount();
    if (count > 0) {
        const QModelIndex index = m_model->index(std::clamp(row, 0, count - 1));
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
    tellRow();
}

/// The focus stays in the field: a screen reader hears the row as what the field has found.
void CommandPalette::tellRow()
{
    const QModelIndex current = m_list->currentIndex();
    m_typed->setAccessibleDescription(current.isValid() ? current.data(Qt::AccessibleTextRole).toString()
                                                        : m_nothing->text());
    if (!isVisible() || !current.isValid())
        return;
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(current.row());
    QAccessible::updateAccessibility(&event);
}

/// What is chosen runs once the palette is gone, so that a dialog finds the focus where it was.
void CommandPalette::choose()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const PaletteEntry& entry = m_model->at(current.row());
    if (!entry.blocked.isEmpty())
        return; // its row says why
    QMetaObject::invokeMethod(parentWidget(), entry.run, Qt::QueuedConnection);
    close();
}

void CommandPalette::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    shapes::panel(painter, rect(), kPopupRadius, roleColor(Role::Surface, palette()),
                  roleColor(Role::ControlBorder, palette()));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_typed || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int row = m_list->currentIndex().row();
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down: go(row + 1); return true;
    case Qt::Key_Up: go(row - 1); return true;
    case Qt::Key_PageDown: go(row + kRows - 1); return true;
    case Qt::Key_PageUp: go(row - kRows + 1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: return true; // there is nowhere else to go
    default: return QFrame::eventFilter(watched, event);
    }
}

} // namespace trestle

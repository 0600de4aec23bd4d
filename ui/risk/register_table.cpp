#include "ui/risk/register_table.h"

#include "ui/base/wording.h"
#include "ui/risk/register_model.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <utility>

namespace trestle {

namespace {

constexpr int kCircle = 20;      // diameter of a number's
constexpr int kAfterCircle = 10; // before the title
constexpr int kBarRoom = 52;
constexpr int kBarTall = 8;
constexpr int kRegisterRow = 30;

int cellMargin(const QStyleOptionViewItem& option)
{
    return option.widget->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, option.widget);
}

void paintNumber(QPainter& painter, const QRectF& circle, int number, bool over, const QPalette& palette)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(over ? QPen(roleColor(Role::TextMuted, palette), 1) : QPen(Qt::NoPen));
    painter.setBrush(over ? QBrush(Qt::NoBrush) : QBrush(roleColor(Role::Bar, palette)));
    painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setFont(scaledFont(painter.font(), TextSize::Small, QFont::DemiBold));
    painter.setPen(roleColor(over ? Role::TextMuted : Role::Surface, palette));
    painter.drawText(circle, Qt::AlignCenter, QString::number(number));
}

} // namespace

void RegisterDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, QString());
    cell.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const QPalette& palette = cell.palette;
    const bool over = index.data(RegisterModel::OverRole).toBool();
    const QVariant number = index.data(RegisterModel::NumberRole);
    painter->save();
    painter->fillRect(QRect(cell.rect.left(), cell.rect.bottom(), cell.rect.width(), 1),
                      roleColor(Role::Border, palette));
    const int margin = cellMargin(cell);
    QRect room = cell.rect.adjusted(margin, 0, -margin, 0);
    painter->setFont(cell.font);
    if (number.isValid()) {
        paintNumber(*painter, QRectF(room.left(), cell.rect.center().y() - kCircle / 2.0, kCircle, kCircle),
                    number.toInt(), over, palette);
        room.setLeft(room.left() + kCircle + kAfterCircle);
    }
    if (const double bar = index.data(RegisterModel::BarRole).toDouble(); bar > 0) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(roleColor(Role::Bar, palette));
        const double wide = std::max(2.0, bar * (kBarRoom - 4));
        painter->drawRoundedRect(QRectF(room.left(), room.center().y() - kBarTall / 2.0 + 1, wide, kBarTall), 2, 2);
    }
    painter->setFont(number.isValid() && !over ? scaledFont(cell.font, TextSize::Body, QFont::DemiBold) : cell.font);
    painter->setPen(roleColor(over ? Role::TextMuted : Role::Text, palette));
    painter->drawText(room, static_cast<int>(cell.displayAlignment.toInt()),
                      QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

QSize RegisterDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QFontMetrics metrics(scaledFont(option.font, TextSize::Body, QFont::DemiBold));
    int wide = metrics.horizontalAdvance(index.data().toString()) + 2 * cellMargin(option) + 2;
    if (index.data(RegisterModel::NumberRole).isValid())
        wide += kCircle + kAfterCircle;
    if (index.data(RegisterModel::BarRole).isValid())
        wide += kBarRoom;
    return {wide, std::max(kRegisterRow, metrics.height() + 10)};
}

void RegisterDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                            const QModelIndex& index) const
{
    QStyledItemDelegate::updateEditorGeometry(editor, option, index);
    if (index.data(RegisterModel::NumberRole).isValid())
        editor->setGeometry(editor->geometry().adjusted(kCircle + kAfterCircle, 0, 0, 0));
    // A list needs more room than the word that is chosen.
    if (const int needed = editor->minimumSizeHint().width(); editor->width() < needed)
        editor->resize(needed, editor->height());
}

QWidget* RiskStatusDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                          const QModelIndex& index) const
{
    if (index.column() != RegisterModel::Status) {
        QWidget* editor = RegisterDelegate::createEditor(parent, option, index);
        editor->setObjectName(QStringLiteral("registerEditor"));
        editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
        return editor;
    }
    auto* list = new QComboBox(parent);
    list->setObjectName(QStringLiteral("riskStatusEditor"));
    list->setAccessibleName(tr("Status"));
    const QVariant states = index.data(RegisterModel::StatesRole);
    for (const QVariant& state : states.toList())
        list->addItem(wording::riskStatus(static_cast<RiskStatus>(state.toInt())), state);
    connect(list, &QComboBox::activated, this, [this, list] {
        // A delegate's own signals are not const, though what it edits is not its own.
        auto* self = const_cast<RiskStatusDelegate*>(this);
        Q_EMIT self->commitData(list);
        Q_EMIT self->closeEditor(list);
    });
    return list;
}

void RiskStatusDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (auto* list = qobject_cast<QComboBox*>(editor))
        list->setCurrentIndex(list->findData(index.data(Qt::EditRole)));
    else
        RegisterDelegate::setEditorData(editor, index);
}

void RiskStatusDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (const auto* list = qobject_cast<QComboBox*>(editor))
        model->setData(index, list->currentData(), Qt::EditRole);
    else
        RegisterDelegate::setModelData(editor, model, index);
}

RegisterTable::RegisterTable(const QString& name, QAbstractItemModel& model, QWidget* parent) : QTableView(parent)
{
    setObjectName(name);
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(kRegisterRow, fontMetrics().height() + 10));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setMinimumSectionSize(40);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &RegisterTable::fitHeight);
    connect(&model, &QAbstractItemModel::modelReset, this, &RegisterTable::fitHeight);
    fitHeight();
}

void RegisterTable::stretch(std::initializer_list<int> columns)
{
    for (const int column : columns)
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void RegisterTable::hideBelow(int width, std::initializer_list<int> columns)
{
    m_narrow = width;
    m_hidden = columns;
    fitColumns();
}

void RegisterTable::fitColumns()
{
    for (const int column : m_hidden)
        setColumnHidden(column, width() < m_narrow);
}

void RegisterTable::fitHeight()
{
    setFixedHeight(horizontalHeader()->sizeHint().height() +
                   model()->rowCount() * verticalHeader()->defaultSectionSize() + 2);
}

void RegisterTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RegisterTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange || !model())
        return;
    verticalHeader()->setDefaultSectionSize(std::max(kRegisterRow, fontMetrics().height() + 10));
    fitHeight();
}

/// The page scrolls.
void RegisterTable::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace trestle

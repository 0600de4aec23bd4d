#include "ui/money/price_kinds.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/selectable_label.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QRadioButton>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kKindGap = 16;
constexpr int kKindInset = 8; // of the tint around the chosen column
constexpr int kQuestionLetters = 16;

} // namespace

PriceKinds::PriceKinds(QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("priceKinds"));
    setAccessibleName(tr("Kind of price"));
    m_grid->setContentsMargins(0, kKindInset, kKindInset, kKindInset);
    m_grid->setHorizontalSpacing(kKindGap);
    m_grid->setVerticalSpacing(4);
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        const QString name = format::capitalised(wording::priceKind(pricewords::kKinds[i]));
        m_heads[i] = new QRadioButton(name, this);
        m_heads[i]->setObjectName(QStringLiteral("priceKind%1").arg(i));
        m_heads[i]->setAccessibleName(tr("Kind of price: %1").arg(name));
        m_group->addButton(m_heads[i], static_cast<int>(i));
    }
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int kind) { Q_EMIT chose(pricewords::kKinds[static_cast<std::size_t>(kind)]); });
}

std::size_t PriceKinds::chosen() const
{
    return static_cast<std::size_t>(std::max(0, m_group->checkedId()));
}

void PriceKinds::addLine()
{
    const auto number = m_lines.size();
    const auto label = [&](const QString& name) {
        auto* made = new SelectableLabel(this);
        made->setObjectName(name);
        made->setWordWrap(true);
        made->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        return made;
    };
    Line line;
    line.label = label(QStringLiteral("priceQuestion%1").arg(number));
    for (std::size_t i = 0; i < line.cells.size(); ++i)
        line.cells[i] = label(QStringLiteral("priceCell%1_%2").arg(number).arg(i));
    m_lines.push_back(std::move(line));
}

void PriceKinds::setRows(const std::vector<pricewords::KindRow>& rows, PriceKind kind)
{
    const bool others = rows.size() != m_lines.size() || pricewords::kKinds[chosen()] != kind;
    while (m_lines.size() < rows.size())
        addLine();
    while (m_lines.size() > rows.size()) {
        for (QLabel* label :
             {m_lines.back().label, m_lines.back().cells[0], m_lines.back().cells[1], m_lines.back().cells[2]})
            delete label;
        m_lines.pop_back();
    }
    const auto* at = std::ranges::find(pricewords::kKinds, kind);
    m_heads[static_cast<std::size_t>(at - pricewords::kKinds.begin())]->setChecked(true);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        m_lines[i].row = rows[i];
        m_lines[i].label->setText(rows[i].label);
        for (std::size_t cell = 0; cell < 3; ++cell)
            m_lines[i].cells[cell]->setText(rows[i].cells[cell]);
    }
    if (others)
        arrange();
    applyColours();
}

void PriceKinds::fitTo(int width)
{
    int heads = 0;
    for (const QRadioButton* head : m_heads)
        heads = std::max(heads, head->sizeHint().width());
    const int needed = fontMetrics().averageCharWidth() * kQuestionLetters + 3 * (heads + kKindGap) + kKindInset;
    if (const bool wide = needed <= width; wide != m_isWide) {
        m_isWide = wide;
        arrange();
    }
}

void PriceKinds::arrange()
{
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0);
    const auto headRows = static_cast<int>(m_isWide ? 1 : m_heads.size());
    for (int i = 0; i < 3; ++i)
        if (m_isWide)
            m_grid->addWidget(m_heads[static_cast<std::size_t>(i)], 0, i + 1);
        else
            m_grid->addWidget(m_heads[static_cast<std::size_t>(i)], i, 0, 1, 2);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const int row = headRows + static_cast<int>(i);
        m_grid->addWidget(m_lines[i].label, row, 0);
        for (std::size_t cell = 0; cell < 3; ++cell) {
            const bool shown = m_isWide || cell == chosen();
            m_lines[i].cells[cell]->setVisible(shown);
            if (shown)
                m_grid->addWidget(m_lines[i].cells[cell], row, m_isWide ? static_cast<int>(cell) + 1 : 1);
        }
    }
    for (int column = 0; column < 4; ++column)
        m_grid->setColumnStretch(column, column == 0 ? 4 : m_isWide ? 5 : column == 1 ? 6 : 0);
    update();
}

void PriceKinds::applyColours()
{
    using enum pricewords::KindRow::Look;
    const auto paint = [this](QLabel& label, Role role, TextSize size, int weight) {
        label.setFont(scaledFont(font(), size, weight));
        QPalette colours = label.palette();
        colours.setColor(QPalette::WindowText, roleColor(role, palette()));
        label.setPalette(colours);
    };
    for (const Line& line : m_lines) {
        paint(*line.label, Role::TextMuted, TextSize::Body, QFont::Normal);
        const int weight = line.row.look == Plain ? QFont::Normal : QFont::DemiBold;
        const TextSize size = line.row.look == Figure ? TextSize::Heading : TextSize::Body;
        for (std::size_t cell = 0; cell < 3; ++cell)
            paint(*line.cells[cell], line.row.bad[cell] ? Role::Error : Role::Text, size,
                  line.row.bad[cell] ? QFont::DemiBold : weight);
    }
}

QRect PriceKinds::chosenColumn() const
{
    QRect column = m_heads[chosen()]->geometry();
    for (const Line& line : m_lines)
        column |= line.cells[chosen()]->geometry();
    return column.adjusted(-kKindInset, -kKindInset + 1, kKindInset - 1, kKindInset - 1);
}

void PriceKinds::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (m_isWide && !m_lines.empty())
        shapes::panel(painter, chosenColumn(), 6, roleColor(Role::Selection, palette()),
                      roleColor(Role::Accent, palette()));
    painter.setPen(roleColor(Role::Border, palette()));
    for (const Line& line : m_lines)
        if (line.row.startsGroup) {
            const int y = line.label->geometry().top() - 2;
            painter.drawLine(0, y, width() - kKindInset, y);
        }
}

void PriceKinds::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle

#include "ui/new_plan/time_field.h"

#include "ui/new_plan/share_line.h"

namespace trestle {

TimeField::TimeField(const QString& name, double share, QWidget* parent)
    : QComboBox(parent), m_line(new ShareLine(name + QStringLiteral("Line"), share, this))
{
    setObjectName(name);
    setEditable(true);
    setInsertPolicy(NoInsert);
    setLineEdit(m_line);
    setCompleter(nullptr);
    for (const double usual : {1.0, 0.8, 0.6, 0.5, 0.4, 0.2})
        addItem(ShareLine::words(usual));
    m_line->restore();
    connect(this, &QComboBox::activated, m_line, &ShareLine::settle);
    connect(m_line, &ShareLine::settled, this, &TimeField::settled);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        setProperty("wrong", !m_line->problem().isEmpty());
        update();
    });
}

double TimeField::share() const
{
    return m_line->share();
}

} // namespace trestle

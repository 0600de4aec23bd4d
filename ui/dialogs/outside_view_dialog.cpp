#include "ui/dialogs/outside_view_dialog.h"

#include "models/risk/outside_factors.h"
#include "ui/base/format.h"

#include <QDoubleSpinBox>

#include <cmath>

namespace trestle {

OutsideViewDialog::OutsideViewDialog(const OutsideView& current, QWidget* parent)
    : FormDialog(QStringLiteral("outsideViewDialog"), tr("Your own outside view"),
                 tr("What your finished projects took beside what was estimated for them. 1 is as estimated, 1.2 is a "
                    "fifth more. If they never took anything but the estimate, enter 1 twice."),
                 parent)
{
    m_usual = addFactor(tr("&Usually, times the estimate"), QStringLiteral("outsideUsual"), factorsOf(current).usual);
    m_eightOfTen =
        addFactor(tr("&Eight of ten stayed below"), QStringLiteral("outsideEightOfTen"), factorsOf(current).eightOfTen);
}

QDoubleSpinBox* OutsideViewDialog::addFactor(const QString& label, const QString& name, double value)
{
    auto* field = new QDoubleSpinBox(this);
    field->setLocale(format::locale());
    field->setDecimals(2);
    field->setSingleStep(0.05);
    field->setRange(0.3, 12);
    field->setValue(value);
    addField(label, field, name);
    return field;
}

OutsideView OutsideViewDialog::view() const
{
    return ownOutsideView({m_usual->value(), m_eightOfTen->value()});
}

void OutsideViewDialog::accept()
{
    const OutsideView chosen = view();
    if (m_eightOfTen->value() < m_usual->value())
        complain(tr("What eight of ten stay below is at least what is usual."));
    else if (std::abs(chosen.m) > kLargestOutsideMean || chosen.s > kLargestOutsideSpread)
        complain(tr("That is too far from the estimate to plan with: usually %1 to %2 times the estimate, and eight of "
                    "ten below %3 times what is usual.")
                     .arg(format::number(factorsOf({{}, -kLargestOutsideMean, 0}).usual, 2),
                          format::number(factorsOf({{}, kLargestOutsideMean, 0}).usual, 2),
                          format::number(factorsOf({{}, 0, kLargestOutsideSpread}).eightOfTen, 1)));
    else
        FormDialog::accept();
}

} // namespace trestle

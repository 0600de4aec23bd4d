#include "ui/dialogs/help_dialogs.h"

#include "ui/base/tr.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace trestle {

namespace {

QLabel* addLabel(QBoxLayout& column, const QString& name, const QString& text, const QFont& font)
{
    auto* label = new QLabel(text);
    label->setObjectName(name);
    label->setFont(font);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column.addWidget(label);
    return label;
}

void finish(QDialog& dialog, QVBoxLayout& column)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    buttons->setObjectName(dialog.objectName() + QStringLiteral("Buttons"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    column.addSpacing(8);
    column.addWidget(buttons);
    column.setContentsMargins(24, 24, 24, 16);
    column.setSpacing(12);
    // The layout would ask for the height of texts in a narrower dialog, and spread it between them.
    column.setSizeConstraint(QLayout::SetNoConstraint);
    const int wide = std::max(480, column.totalSizeHint().width());
    const int high = column.hasHeightForWidth() ? column.totalHeightForWidth(wide) : column.totalSizeHint().height();
    dialog.setMinimumSize(wide, high);
    dialog.resize(dialog.minimumSize());
    dialog.exec();
}

} // namespace

void showAbout(QWidget* parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("aboutDialog"));
    dialog.setWindowTitle(tr("About Trestle"));
    auto* column = new QVBoxLayout(&dialog);
    const QFont font = dialog.font();
    addLabel(*column, QStringLiteral("aboutName"), tr("Trestle %1").arg(QCoreApplication::applicationVersion()),
             scaledFont(font, TextSize::Title, QFont::DemiBold));
    addLabel(*column, QStringLiteral("aboutWhat"),
             tr("A planning estimator: from a prototype to production, in weeks and Australian dollars."), font);
    addLabel(
        *column, QStringLiteral("aboutPrivacy"),
        tr("No network, no telemetry: Trestle opens no connection, counts nothing and sends nothing. Plans stay in "
           "files on this computer."),
        font);
    addLabel(
        *column, QStringLiteral("aboutLicence"),
        tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty."),
        font);
    finish(dialog, *column);
}

void showGuide(QWidget* parent, const QList<QAction*>& commands)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("guideDialog"));
    dialog.setWindowTitle(tr("Keys"));
    auto* column = new QVBoxLayout(&dialog);
    const QFont font = dialog.font();
    std::vector<std::pair<QString, QString>> keys{
        {tr("Space"), tr("item in place; again: partly; again: to build")},
        {tr("X"), tr("item not needed")},
        {tr("Return"), tr("note and owner of an item")},
        {tr("Up, Down in a date"), tr("a day later or earlier; Alt+Down opens a calendar")},
        {tr("Esc"), tr("clear the filter, close what was opened")},
        {tr("Ctrl+wheel"), tr("zoom the chart")},
    };
    for (const QAction* command : commands) {
        QString name = command->text().remove(u'&');
        if (name.endsWith(u'…'))
            name.chop(1);
        keys.emplace_back(command->shortcut().toString(QKeySequence::NativeText), name);
    }
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    // Two columns of pairs, the left one filled first.
    const int rows = static_cast<int>(keys.size() + 1) / 2;
    grid->setColumnStretch(3, 1);
    int at = 0;
    for (const auto& [key, meaning] : keys) {
        const int row = at % rows;
        const int place = at / rows * 2;
        ++at;
        auto* name = new QLabel(key, &dialog);
        name->setObjectName(QStringLiteral("guideKey%1").arg(at));
        name->setFont(scaledFont(font, TextSize::Body, QFont::DemiBold));
        auto* text = new QLabel(meaning, &dialog);
        text->setObjectName(QStringLiteral("guideMeaning%1").arg(at));
        grid->addWidget(name, row, place);
        grid->addWidget(text, row, place + 1);
    }
    column->addLayout(grid);
    finish(dialog, *column);
}

} // namespace trestle

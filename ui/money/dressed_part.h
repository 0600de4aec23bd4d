#pragma once

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPointer>
#include <QWidget>

#include <vector>

namespace trestle {

/// A part of a page about money that keeps its labels in the colours and sizes of the theme, whatever becomes of it.
class DressedPart : public QWidget {
    Q_OBJECT
public:
    DressedPart(const QString& name, QWidget* parent);

protected:
    /// A label of this part; the text may wrap and be selected by the mouse.
    QLabel* addLabel(const QString& name, const QString& text, Role role = Role::Text, TextSize size = TextSize::Body,
                     int weight = QFont::Normal);
    QLabel* addTitle(const QString& name, const QString& text);
    QLabel* addQuiet(const QString& name, const QString& text);
    void dress(QLabel& label, Role role, TextSize size = TextSize::Body, int weight = QFont::Normal);
    /// A field with the words around it, as one piece of a line.
    QWidget* piece(const QString& before, QWidget& field, const QString& after);

    void changeEvent(QEvent* event) override;

private:
    struct Dress {
        QPointer<QLabel> label;
        Role role;
        TextSize size;
        int weight;
    };
    void put(const Dress& dress) const;

    std::vector<Dress> m_dresses;
};

} // namespace trestle

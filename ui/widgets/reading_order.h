#pragma once

class QFormLayout;
class QLabel;
class QString;
class QWidget;

namespace trestle {

/// Puts everything in a window that takes the focus into the order in which it is read: line by line, as its layouts
/// place it. Qt's own order is that in which the widgets were made.
void setReadingOrder(QWidget& root);

/// The first field in that order that can be typed into or chosen from; null if there is none.
QWidget* firstField(const QWidget& root);

/// Adds a row whose label stands on the line of the field's text, and of the first line of a taller field.
QLabel* addFormRow(QFormLayout& form, const QString& label, QWidget* field);
void addFormRow(QFormLayout& form, QWidget* label, QWidget* field);

} // namespace trestle

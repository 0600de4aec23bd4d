#pragma once

class QLabel;
class QWidget;

namespace trestle {

/// A line to stand below a field for notes: how to keep a paragraph from clients and investors.
QLabel* privateNoteHint(QWidget* parent);
/// The same for a field with no room below: told to whoever points at it, and by a screen reader.
void hintAtPrivateNotes(QWidget& field);

} // namespace trestle

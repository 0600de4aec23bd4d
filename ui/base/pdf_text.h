#pragma once

#include <QByteArray>
#include <QString>

class QPainter;

/// A PDF holds glyphs, and for each what letter it is. Joined and reordered letters, emoji and all beyond the first
/// 65,536 characters have glyphs of which no reader can tell that. What is drawn between begin() and end() is marked
/// with its text; withTexts() then makes of the marks what readers search and copy.
namespace trestle::pdftext {

/// Draws nothing to be seen, on nothing but a PDF.
void begin(QPainter& painter, const QString& text);
void end(QPainter& painter);

/// The contents of a page, as they are when they are not compressed.
QByteArray withTexts(const QByteArray& contents);

} // namespace trestle::pdftext
